import { strict as assert } from 'node:assert'
import type { Expression, Statement } from '../../../server/src/engine/syntax/ast'
import { python } from '../engine'

/** The statements of a source as short texts: what kind each is and what it holds. */
async function shape(source: string): Promise<string[]> {
  return (await python()).parse(source).body.map(statement)
}

const block = (body: readonly Statement[]): string => `{${body.map(statement).join(' ')}}`

function statement(each: Statement): string {
  switch (each.kind) {
    case 'assign':
      return `${each.targets.map(expression).join(' = ')} = ${each.value ? expression(each.value) : 'nothing'}`
    case 'augmentedAssign':
      return `${expression(each.target)} ${each.operator}= ${expression(each.value)}`
    case 'expression':
      return expression(each.value)
    case 'import':
      return `import ${each.names.map(({ name, alias }) => `${name}${alias ? ` as ${alias}` : ''}`).join(', ')}`
    case 'importFrom':
      return `from ${'.'.repeat(each.level)}${each.module} import ${each.names.map(({ name, alias }) => `${name} as ${alias}`).join(', ')}`
    case 'function': {
      const parameters = each.parameters.map(({ name, kind }) => `${name}:${kind}`).join(', ')
      return `def ${each.name}(${parameters})${each.isGenerator ? ' yields' : ''}${each.body ? block(each.body) : ''}`
    }
    case 'class':
      return `class ${each.name}(${each.bases.map(expression).join(', ')})${block(each.body)}`
    case 'if':
      return `if ${expression(each.test)}${block(each.then)}${block(each.otherwise)}`
    case 'for':
      return `for ${expression(each.target)} in ${expression(each.iterable)}${block(each.body)}${block(each.otherwise)}`
    case 'while':
      return `while ${expression(each.test)}${block(each.body)}${block(each.otherwise)}`
    case 'with':
      return `with ${each.items.map(item => `${expression(item.value)}${item.target ? ` as ${expression(item.target)}` : ''}`).join(', ')}${block(each.body)}`
    case 'try': {
      const handlers = each.handlers.map(handler => `except ${handler.name ?? ''}${block(handler.body)}`).join(' ')
      return `try${block(each.body)} ${handlers} else${block(each.otherwise)} finally${block(each.finally)}`
    }
    case 'return':
      return `return ${each.value ? expression(each.value) : ''}`
    case 'delete':
      return `del ${each.targets.map(expression).join(', ')}`
    case 'other':
      return `other${each.blocks.map(block).join('')}`
    case 'global':
    case 'nonlocal':
      return `${each.kind} ${each.names.join(', ')}`
    default:
      return each.kind
  }
}

function expression(each: Expression): string {
  const all = (items: readonly Expression[]) => items.map(expression).join(', ')
  switch (each.kind) {
    case 'name':
      return each.id
    case 'string':
      return JSON.stringify(each.value)
    case 'number':
    case 'constant':
      return String(each.value)
    case 'attribute':
      return `${expression(each.object)}.${each.name}`
    case 'call':
      return `${expression(each.callee)}(${each.arguments.map(({ keyword, value }) => `${keyword ?? ''}:${expression(value)}`).join(', ')})${each.broken ? '!' : ''}`
    case 'list':
    case 'tuple':
    case 'set':
      return `${each.kind}[${all(each.items)}]`
    case 'binary':
    case 'logical':
      return `(${expression(each.left)} ${each.operator} ${expression(each.right)})`
    case 'unary':
      return `(${each.operator} ${expression(each.operand)})`
    case 'compare':
      return `(${expression(each.operands[0]!)}${each.operators.map((operator, at) => ` ${operator} ${expression(each.operands[at + 1]!)}`).join('')})`
    case 'conditional':
      return `(${expression(each.then)} if ${expression(each.test)} else ${expression(each.otherwise)})`
    case 'subscript':
      return `${expression(each.object)}[${expression(each.index)}]`
    case 'slice':
      return [each.lower, each.upper, each.step].map(bound => (bound ? expression(bound) : '')).join(':')
    case 'starred':
      return `*${expression(each.value)}`
    case 'walrus':
      return `(${each.name} := ${expression(each.value)})`
    case 'yield':
      return `yield${each.from ? ' from' : ''} ${each.value ? expression(each.value) : ''}`
    case 'comprehension':
      return `${each.makes} of ${each.key ? `${expression(each.key)}: ` : ''}${expression(each.element)} ${each.clauses.map(clause => (clause.kind === 'if' ? `if ${expression(clause.test)}` : `for ${expression(clause.target)} in ${expression(clause.iterable)}`)).join(' ')}`
    default:
      return each.kind
  }
}

/** Asserts the shape of each source that is a single statement. */
async function check(expectations: Readonly<Record<string, string>>): Promise<void> {
  const actual: Record<string, string> = {}
  for (const source of Object.keys(expectations)) actual[source] = (await shape(source)).join('; ')
  assert.deepEqual(actual, expectations)
}

describe('The plain tree', () => {
  it('keeps assignments of every kind', () =>
    check({
      'a = b = 1': 'a = b = 1',
      'a: int = 1': 'a = 1',
      'a: int': 'a = nothing',
      'a, *b = c': 'tuple[a, *b] = c',
      'a.b[0] = 1': 'a.b[0] = 1',
      'a += 1; b //= 2': 'a += 1; b //= 2',
      'del a, b[0]': 'del tuple[a, b[0]]',
    }))

  it('keeps imports with their dots and aliases', () =>
    check({
      'import a.b, c as d': 'import a.b, c as d',
      'from . import a': 'from . import a as a',
      'from ..b.c import (d as e, f)': 'from ..b.c import d as e, f as f',
      'from a import *': 'from a import * as *',
      'from __future__ import annotations': '',
    }))

  it('keeps compound statements with all their clauses', () =>
    check({
      'if a:\n  b\nelif c:\n  d\nelse:\n  e': 'if a{b}{if c{d}{e}}',
      'for a, b in c:\n  d\nelse:\n  e': 'for tuple[a, b] in c{d}{e}',
      'while a:\n  break\nelse:\n  b': 'while a{break}{b}',
      'with a as b, c: d': 'with a as b, c{d}',
      'try:\n  a\nexcept B as e:\n  c\nelse:\n  d\nfinally:\n  f': 'try{a} except e{c} else{d} finally{f}',
      'match a:\n  case [b, 1]:\n    c\n  case _:\n    d': 'other{a}{with other, other as b{c}}{with other{d}}',
      'async def f():\n  async for a in b: pass': 'def f(){for a in b{}{}}',
    }))

  it('keeps functions with their parameters and classes with their bases', () =>
    check({
      'def f(a, b=1, *c, d: int = 2, **e): return a':
        'def f(a:plain, b:plain, c:rest, d:keywordOnly, e:keywordRest){return a}',
      'def f(a, /, *, b): pass': 'def f(a:plain, b:keywordOnly){}',
      'def f():\n  def g():\n    yield 1': 'def f(){def g() yields{yield 1}}',
      'def f(): yield from a': 'def f() yields{yield from a}',
      'def f():\n  global a\n  nonlocal b': 'def f(){global a nonlocal b}',
      'class A(b.C, metaclass=D): x = 1': 'class A(b.C){x = 1}',
      '@d\ndef f(): raise E': 'def f(){raise}',
    }))

  it('keeps expressions as Python groups them', () =>
    check({
      'a + b * c ** -d': '(a + (b * (c ** (- d))))',
      '-a ** b': '(- (a ** b))',
      'not a == b and c or d': '(((not (a == b)) and c) or d)',
      'a < b <= c is not d not in e': '(a < b <= c is not d not in e)',
      'a if b else c if d else e': '(a if b else (c if d else e))',
      'a | b & c << d': '(a | (b & (c << d)))',
      'a[1:2, ::3]': 'a[tuple[1:2:, ::3]]',
      'a.b(c)(d=e)[f]': 'a.b(:c)(d:e)[f]',
      'f(a, *b, c=d, **e)': 'f(:a, *:b, c:d, **:e)',
      'f(a for a in b)': 'f(:generator of a for a in b)',
      '[a for b in c if d for a in b]': 'list of a for b in c if d for a in b',
      '{a: b for c in d}': 'dict of a: b for c in d',
      '(a := b)': '(a := b)',
      'lambda a: b': 'lambda',
      '(a)': 'a',
      '(a,)': 'tuple[a]',
    }))

  it('reads stars as Python does where tree-sitter reads them otherwise', () =>
    check({
      '[*f(a), b]': 'list[*f(:a), b]',
      '{*a.b}': 'set[*a.b]',
      '[*a + b]': 'list[*(a + b)]',
      '[*a[0]]': 'list[*a[0]]',
    }))

  it('leaves alone what tree-sitter groups otherwise than Python', () => check({ 'a & b ^ c': 'other' }))

  it('takes all comments, in their order, from wherever they stand', async () => {
    const source = [
      'f(  # 1',
      '  a,  # 2',
      '  (b  # 3',
      '   + c))  # 4',
      'if a:  # 5',
      '  pass',
      'else:  # 6',
      '  pass',
      'try:  # 7',
      '  pass',
      'except E:  # 8',
      '  x[1:  # 9',
      '    2]',
      'finally:  # 10',
      '  pass',
      'with (a as b,  # 11',
      '      c): pass',
      '# 12',
    ].join('\n')
    const { comments } = (await python()).parse(source)
    assert.deepEqual(
      comments.map(({ start, end }) => source.slice(start, end)),
      Array.from({ length: 12 }, (_, at) => `# ${at + 1}`),
    )
  })

  it('keeps what can be read around a text that is broken', () =>
    check({
      'a = 1\nb = (\nc = 2': 'a = 1; b = tuple[*other]; c = 2',
      'f(a, b=': 'f(:a, :b)!',
      "cfg.StrOpt('a', default=)": 'cfg.StrOpt(:"a", :default)!',
    }))

  it('knows which calls the parser had to repair', async () => {
    assert.deepEqual(await shape("cfg.StrOpt('a', )\ncfg.StrOpt('a' 1)"), ['cfg.StrOpt(:"a")', 'cfg.StrOpt(:"a")!'])
  })
})
