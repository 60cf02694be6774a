import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { nodesOf, parse, placeOf, repositoryFiles, textOf, typescriptBelow } from './tree'
import ts from 'typescript'

const code = repositoryFiles().filter(file => /\.(ts|mjs|cjs|js)$/.test(file))

describe('Files', () => {
  it('are small rooms: those of more than 300 lines are told', () => {
    const large = code
      .map(file => [file, textOf(file).trimEnd().split('\n').length] as const)
      .filter(([, n]) => n > 300)
    assert.ok(code.length > 100)
    for (const [file, n] of large) process.stderr.write(`      ${file} has ${String(n)} lines\n`)
  })

  it('say by their name what they do', () => {
    const vague = code.filter(file =>
      file.split('/').some(part => /^(utils?|helpers?|common|misc)$/i.test(basename(part).replace(/\..*$/, ''))),
    )
    assert.deepEqual(vague, [])
  })
})

describe('The room that follows Python', () => {
  it('knows no OpenStack: what its names mean comes in from outside', () => {
    const known = /oslo|openstack|\bnova\b|keystone|neutron|\bCONF\b/i
    const knowing = typescriptBelow('server/src/engine/python').flatMap(file =>
      [...nodesOf(parse(file, textOf(file)))]
        .filter(node => ts.isToken(node) && known.test(node.getText()))
        .map(placeOf),
    )
    assert.deepEqual(knowing, [])
  })
})

describe('Tests', () => {
  const files = typescriptBelow('test')

  it('all run: none is skipped, none runs alone', () => {
    const left = files.flatMap(file =>
      [...nodesOf(parse(file, textOf(file)))].flatMap(node => {
        if (ts.isIdentifier(node) && /^x(it|describe|context|test)$/.test(node.text)) return [placeOf(node)]
        if (!ts.isPropertyAccessExpression(node) || !['only', 'skip'].includes(node.name.text)) return []
        return /^(it|describe|context|suite|test|specify|this)$/.test(node.expression.getText()) ? [placeOf(node)] : []
      }),
    )
    assert.deepEqual(left, [])
  })
})

describe('Types', () => {
  it('are nowhere switched off', () => {
    const comment = /@ts-(ignore|nocheck)|eslint-disabl[e]/
    assert.deepEqual(
      code.filter(file => comment.test(textOf(file))),
      [],
    )
  })

  it('are never any', () => {
    const loose = typescriptBelow('client', 'server', 'test', 'bench', 'scripts').flatMap(file =>
      [...nodesOf(parse(file, textOf(file)))].filter(node => node.kind === ts.SyntaxKind.AnyKeyword).map(placeOf),
    )
    assert.deepEqual(loose, [])
  })
})
