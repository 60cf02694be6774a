/**
 * The import graph that design and ARCHITECTURE.md promise; test/repo/imports.test.ts runs it. Imports run downwards:
 *
 *     client ─(types)─► server/protocol ─► fileKinds ─► decodePython; safe/text
 *     node|browser main ─► lsp ─► engine/index ─► review ─► rules ─► knowledge, reads ─► project ─► oslo ─► python ─► syntax ─► text
 *     cli ──────────────────────────┘   (both by way of settings, too: settings ─► engine/index)
 *     all of them but the engine ─► safe, which makes texts fit to be shown
 */

/** The rooms of the engine, and which of them each may look into. */
const engineRooms = {
  syntax: ['text'],
  python: ['syntax', 'text'],
  patterns: [],
  oslo: ['patterns', 'closestName', 'python', 'syntax', 'text'],
  project: ['oslo', 'python', 'syntax', 'text'],
  reads: ['closestName', 'project', 'oslo', 'python', 'syntax', 'text'],
  knowledge: ['oslo', 'python', 'text'],
  inventory: ['knowledge', 'oslo', 'patterns', 'closestName', 'python', 'text'],
  reviewState: ['inventory', 'oslo', 'python'],
  rules: ['knowledge', 'reads', 'project', 'oslo', 'python', 'text'],
  ini: ['python', 'text'],
  deployment: ['ini', 'knowledge', 'project', 'oslo', 'closestName', 'python', 'text'],
  policies: ['patterns', 'rules', 'knowledge', 'project', 'oslo', 'python', 'syntax', 'text'],
  review: ['rules', 'knowledge', 'reads', 'project', 'oslo', 'python', 'text'],
}

/** @param {string} room */
const pathOf = room => (['text', 'closestName'].includes(room) ? `${room}\\.ts$` : `${room}/`)

const engineRules = Object.entries(engineRooms).map(([room, mayUse]) => ({
  name: `engine-${room}`,
  comment: `engine/${room} may import ${mayUse.join(', ')}, and nothing else`,
  severity: 'error',
  from: { path: `^server/src/engine/${room}/` },
  to: {
    path: '^(client|server|scripts|test|bench)/',
    pathNot: [room, ...mayUse].map(other => `^server/src/engine/${pathOf(other)}`),
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...engineRules,
    {
      name: 'text-imports-nothing',
      severity: 'error',
      from: { path: '^server/src/(engine/text|engine/closestName|decodePython|safe/text)\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'protocol-knows-kinds-of-files',
      comment: 'and nothing else; they know how bytes become text',
      severity: 'error',
      from: { path: '^server/src/(protocol|fileKinds)\\.ts$' },
      to: { pathNot: '^server/src/(fileKinds|decodePython)\\.ts$' },
    },
    {
      name: 'safe-texts-know-nobody',
      severity: 'error',
      from: { path: '^server/src/safe/' },
      to: { pathNot: '^server/src/safe/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'a library: no vscode*, no Node, no package but the parser',
      severity: 'error',
      from: { path: '^server/src/engine/' },
      to: { pathNot: '(^|/)node_modules/web-tree-sitter/|^server/src/engine/' },
    },
    {
      name: 'one-importer-of-the-parser',
      severity: 'error',
      from: { pathNot: '^server/src/engine/syntax/|node_modules/' },
      to: { path: '(^|/)node_modules/web-tree-sitter/' },
    },
    {
      name: 'engine-by-its-front-door',
      comment: "only the engine's façade is for others",
      severity: 'error',
      from: { pathNot: '^server/src/engine/' },
      to: { path: '^server/src/engine/', pathNot: '^server/src/engine/index\\.ts$' },
    },
    {
      name: 'settings-know-no-host',
      comment: 'files of settings are read for the editor and the command line alike',
      severity: 'error',
      from: { path: '^server/src/settings/' },
      to: { path: '^server/src/(lsp|cli|node|browser|protocol)|^client/|(^|/)node_modules/vscode' },
    },
    {
      name: 'reports-know-no-host',
      comment: 'plain findings and facts in, text out, for the editor and the command line alike',
      severity: 'error',
      from: { path: '^server/src/report/' },
      to: { path: '^server/src/(lsp|cli|node|browser|protocol|settings)|^client/|(^|/)node_modules/' },
    },
    {
      name: 'reports-by-their-front-door',
      comment:
        'the room is bundled once, for server and command line: what goes round its door would bring a second copy',
      severity: 'error',
      from: { path: '^server/src/(lsp|cli|node|browser)/' },
      to: { path: '^server/src/report/', pathNot: '^server/src/report/index\\.ts$' },
    },
    {
      name: 'comparisons-know-no-host',
      comment: 'two trees of files in, what changed out, wherever the trees come from',
      severity: 'error',
      from: { path: '^server/src/diff/' },
      to: { path: '^server/src/(lsp|cli|node|browser|protocol|settings|report)|^client/|(^|/)node_modules/' },
    },
    {
      name: 'lsp-knows-no-host',
      severity: 'error',
      from: { path: '^server/src/lsp/' },
      to: { path: '^server/src/(cli|disk|node|browser)/|^client/', dependencyTypesNot: ['npm'] },
    },
    {
      name: 'the-disk-knows-no-host',
      comment: 'who may read files, for the editor on Node and the command line alike',
      severity: 'error',
      from: { path: '^server/src/disk/' },
      to: {
        path: '^server/src/(lsp|cli|node|browser|protocol|settings|report)|^client/|(^|/)node_modules/(vscode|commander)',
      },
    },
    {
      name: 'cli-knows-no-lsp',
      severity: 'error',
      from: { path: '^server/src/cli/' },
      to: { path: '^server/src/(lsp|node|browser|protocol)|^client/|(^|/)node_modules/vscode' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/|^vscode$' },
    },
    {
      name: 'client-shares-the-protocol-only',
      comment: 'which hands on the kinds of files, how the bytes of Python become text, and texts fit to be shown',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: '^server/src/(protocol|decodePython|safe/text)\\.ts$' },
    },
    {
      name: 'node-only-in-node-hosts',
      comment: 'everything else also runs in a browser worker',
      severity: 'error',
      from: { path: '^(client|server)/src/', pathNot: '^(client|server)/src/node/|^server/src/(cli|disk)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-is-run-or-sent',
      comment:
        'as SECURITY.md promises; the editor starts the server by way of vscode-languageclient, and the command line git',
      severity: 'error',
      from: { path: '^(client|server)/src/' },
      to: {
        path: '^(node:)?(child_process|cluster|worker_threads|vm|http|https|http2|net|tls|dgram|dns|inspector)(/|$)',
        pathNot: '^(node:)?child_process$',
      },
    },
    {
      name: 'git-alone-is-run',
      severity: 'error',
      from: { path: '^(client|server)/src/', pathNot: '^server/src/cli/diff/git\\.ts$' },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'shipped-code-knows-no-tests',
      severity: 'error',
      from: { path: '^(client|server)/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'no-cycles',
      comment:
        'but for types, which files of one room may take from each other; between rooms they run one way, as above',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
