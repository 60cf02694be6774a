import ts from 'typescript'
import { nodesOf, parse, placeOf } from './tree'

/** Methods that change what they are called on. */
const mutators = new Set(
  'set add delete clear push pop shift unshift splice sort reverse fill copyWithin lastIndex'.split(' '),
)

/** Each place where a module keeps state that outlives a call, with the reason why it counts as such. */
export function moduleState(file: string, text: string): string[] {
  const { source, checker } = checkedAlone(file, text)
  return [...source.statements.flatMap(statement => variablesOf(statement, checker)), ...staticState(source)]
}

/** The module with its names resolved, and no other module. */
function checkedAlone(file: string, text: string): { source: ts.SourceFile; checker: ts.TypeChecker } {
  const source = parse(file, text)
  const options = { noLib: true, noResolve: true, types: [] }
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: name => (name === file ? source : undefined),
  }
  return { source, checker: ts.createProgram([file], options, host).getTypeChecker() }
}

function variablesOf(statement: ts.Statement, checker: ts.TypeChecker): string[] {
  if (!ts.isVariableStatement(statement)) return []
  const { declarationList } = statement
  return declarationList.declarations.flatMap(declaration => {
    const at = `${placeOf(declaration)} ${declaration.name.getText()}`
    if ((declarationList.flags & ts.NodeFlags.Const) === 0) return [`${at} can be assigned anew`]
    return reasonsOf(declaration, checker).map(reason => `${at} ${reason}`)
  })
}

function reasonsOf(declaration: ts.VariableDeclaration, checker: ts.TypeChecker): string[] {
  const { initializer, name } = declaration
  if (initializer === undefined || !ts.isIdentifier(name)) return []
  const value = ts.isAsExpression(initializer) ? initializer.expression : initializer
  if (isEmptyCollection(value)) return ['is an empty collection: it can only be there to be filled']
  const uses = usesOf(name, checker)
  if (isGlobalRegex(value)) {
    return uses.some(use => ['exec', 'test'].includes(use.member)) ? ['is a regex that keeps its lastIndex'] : []
  }
  return uses
    .filter(use => use.assigned || (use.called && mutators.has(use.member)))
    .map(use => `is changed by .${use.member}`)
}

function isEmptyCollection(value: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 0
  if (!ts.isNewExpression(value)) return false
  const collection = ['Map', 'Set', 'WeakMap', 'WeakSet', 'Array'].includes(value.expression.getText())
  return collection && (value.arguments ?? []).length === 0
}

function isGlobalRegex(value: ts.Expression): boolean {
  return ts.isRegularExpressionLiteral(value) && /[gy][a-z]*$/.test(value.text)
}

/** Where a variable stands before a dot. */
function usesOf(
  name: ts.Identifier,
  checker: ts.TypeChecker,
): { member: string; called: boolean; assigned: boolean }[] {
  const symbol = checker.getSymbolAtLocation(name)
  return [...nodesOf(name.getSourceFile())].filter(ts.isPropertyAccessExpression).flatMap(access => {
    if (checker.getSymbolAtLocation(access.expression) !== symbol) return []
    const { parent } = access
    const called = ts.isCallExpression(parent) && parent.expression === access
    const assigned =
      ts.isBinaryExpression(parent) && parent.left === access && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
    return [{ member: access.name.text, called, assigned }]
  })
}

function staticState(source: ts.SourceFile): string[] {
  return [...nodesOf(source)].filter(ts.isPropertyDeclaration).flatMap(property => {
    const kinds = property.modifiers?.map(modifier => modifier.kind) ?? []
    const state = kinds.includes(ts.SyntaxKind.StaticKeyword) && !kinds.includes(ts.SyntaxKind.ReadonlyKeyword)
    return state ? [`${placeOf(property)} ${property.name.getText()} is a static that can be assigned anew`] : []
  })
}
