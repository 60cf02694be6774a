import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

/**
 * What a reader or the compiler would not see at once. Form is prettier's business. The import graph as a whole (layers,
 * cycles) is checked by test/repo; here only what an editor should underline while typing.
 */
export default defineConfig(
  globalIgnores(['dist/', 'out/', '.corpus/', '.vscode-test/', 'samples/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers and other plain values in texts are what template strings are for.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      // `void` marks a promise that is not waited for, and `() => void sink` a value that is not wanted.
      // Python source is full of control characters, and a text is spread to count its code points.
      'no-control-regex': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // With noUncheckedIndexedAccess, `!` is how code says that it has looked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Matters of taste.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, minimumDescriptionLength: 10 }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // What ships reads texts of strangers: no pattern may take a time that grows faster than the text.
    files: ['server/src/**', 'client/src/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['server/src/engine/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['vscode*', 'node:*'], message: 'The engine is a library: text in, plain data out.' }] },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'console',
        'setTimeout',
        'setInterval',
        'Date',
        'performance',
      ],
    },
  },
  {
    files: ['server/src/engine/**'],
    ignores: ['server/src/engine/syntax/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['vscode*', 'node:*'], message: 'The engine is a library: text in, plain data out.' },
            { group: ['web-tree-sitter'], message: 'Only engine/syntax knows the parser.' },
          ],
        },
      ],
    },
  },
  {
    files: ['server/src/{lsp,cli,node,browser}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '/engine/(?!index$)', message: "Only the engine's façade, engine/index, is for others." },
            { group: ['vscode', 'web-tree-sitter'], message: 'The client knows VS Code, the engine the parser.' },
          ],
        },
      ],
    },
  },
  {
    files: ['client/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'server/src/(?!(protocol|decodePython|safe/text)$)',
              message:
                'The client shares with the server what imports nothing: protocol.ts, decodePython.ts and safe/text.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    // These talk to a person in a terminal.
    files: ['scripts/**', 'bench/**', 'test/**/run.ts', 'test/e2e/**', '*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      // It does not see that an assertion has told it more than a reader knows.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'suite', 'test'].flatMap(object =>
          ['only', 'skip'].map(property => ({ object, property, message: 'Every test runs.' })),
        ),
      ],
    },
  },
  {
    // VS Code loads it as it is.
    files: ['scripts/start/firstLook/extension.js'],
    languageOptions: { sourceType: 'commonjs' },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
)
