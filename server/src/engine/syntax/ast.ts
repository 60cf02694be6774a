import type { Span } from '../text'

/**
 * A plain Python syntax tree: what is left of a parse once tree-sitter's own tree is deleted. It keeps only what the
 * meaning of a configuration module rests on; everything else is `other`. Offsets are UTF-16, from the file's start.
 */
export interface SyntaxModule {
  readonly body: readonly Statement[]
  readonly comments: readonly Span[]
  /** Whether some of the text was no Python, or none could be read at all. */
  readonly hasErrors: boolean
  /** What was read in place of a text that is not all Python: the same with what it lacks. */
  readonly mended?: MendedModule
  /** Why nothing of the text was read, to be put behind the name of the file. */
  readonly shortfall?: string
}

/** A text that is Python to its last character since what it lacked was added, and its tree. */
export interface MendedModule {
  readonly text: string
  readonly added: readonly Span[]
  readonly syntax: SyntaxModule
}

export type Statement =
  | Assign
  | AugmentedAssign
  | ExpressionStatement
  | Import
  | ImportFrom
  | FunctionDefinition
  | ClassDefinition
  | If
  | For
  | While
  | With
  | Try
  | Return
  | Delete
  | Declare
  | Jump
  | OtherStatement

export interface Assign extends Span {
  readonly kind: 'assign'
  readonly targets: readonly Expression[]
  /** undefined for a bare annotation, `a: int`. */
  readonly value: Expression | undefined
}
export interface AugmentedAssign extends Span {
  readonly kind: 'augmentedAssign'
  readonly target: Expression
  /** Without its `=`: `+`. */
  readonly operator: string
  readonly value: Expression
}
export interface ExpressionStatement extends Span {
  readonly kind: 'expression'
  readonly value: Expression
}
export interface Import extends Span {
  readonly kind: 'import'
  readonly names: readonly ImportedName[]
}
export interface ImportFrom extends Span {
  readonly kind: 'importFrom'
  /** Leading dots: 0 for an absolute import. */
  readonly level: number
  /** Empty for `from . import x`. */
  readonly module: string
  readonly names: readonly ImportedName[]
}
export interface ImportedName {
  readonly name: string
  readonly alias: string | undefined
}
export interface FunctionDefinition extends Span {
  readonly kind: 'function'
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** undefined: left out because nothing in its text concerns options. */
  readonly body: readonly Statement[] | undefined
  readonly decorators: readonly Expression[]
  readonly isGenerator: boolean
}
export interface Parameter {
  readonly name: string
  readonly kind: 'plain' | 'keywordOnly' | 'rest' | 'keywordRest'
  readonly default: Expression | undefined
}
export interface ClassDefinition extends Span {
  readonly kind: 'class'
  readonly name: string
  readonly bases: readonly Expression[]
  readonly body: readonly Statement[]
  readonly decorators: readonly Expression[]
}
export interface If extends Span {
  readonly kind: 'if'
  readonly test: Expression
  readonly then: readonly Statement[]
  readonly otherwise: readonly Statement[]
}
export interface For extends Span {
  readonly kind: 'for'
  readonly target: Expression
  readonly iterable: Expression
  readonly body: readonly Statement[]
  readonly otherwise: readonly Statement[]
}
export interface While extends Span {
  readonly kind: 'while'
  readonly test: Expression
  readonly body: readonly Statement[]
  readonly otherwise: readonly Statement[]
}
export interface With extends Span {
  readonly kind: 'with'
  readonly items: readonly { readonly value: Expression; readonly target: Expression | undefined }[]
  readonly body: readonly Statement[]
}
export interface Try extends Span {
  readonly kind: 'try'
  readonly body: readonly Statement[]
  readonly handlers: readonly { readonly name: string | undefined; readonly body: readonly Statement[] }[]
  readonly otherwise: readonly Statement[]
  readonly finally: readonly Statement[]
}
export interface Return extends Span {
  readonly kind: 'return'
  readonly value: Expression | undefined
}
export interface Delete extends Span {
  readonly kind: 'delete'
  readonly targets: readonly Expression[]
}
export interface Declare extends Span {
  readonly kind: 'global' | 'nonlocal'
  readonly names: readonly string[]
}
export interface Jump extends Span {
  readonly kind: 'raise' | 'break' | 'continue'
  readonly values?: readonly Expression[]
}
export interface OtherStatement extends Span {
  readonly kind: 'other'
  readonly expressions: readonly Expression[]
  readonly blocks: readonly (readonly Statement[])[]
}

export type Expression =
  | Name
  | StringLiteral
  | BytesLiteral
  | NumberLiteral
  | ConstantLiteral
  | FormattedString
  | Attribute
  | Call
  | Sequence
  | Dict
  | Binary
  | Unary
  | Logical
  | Compare
  | Conditional
  | Subscript
  | Slice
  | Lambda
  | Comprehension
  | Starred
  | Walrus
  | Yield
  | OtherExpression

export interface Name extends Span {
  readonly kind: 'name'
  readonly id: string
}
export interface StringLiteral extends Span {
  readonly kind: 'string'
  readonly value: string
}
export interface BytesLiteral extends Span {
  readonly kind: 'bytes'
  readonly value: string
}
export interface NumberLiteral extends Span {
  readonly kind: 'number'
  /** A bigint where a number would lose digits. */
  readonly value: number | bigint
  readonly isFloat: boolean
}
export interface ConstantLiteral extends Span {
  readonly kind: 'constant'
  readonly value: true | false | null
}
/** An f-string, or adjacent strings of which at least one is. */
export interface FormattedString extends Span {
  readonly kind: 'formatted'
  readonly parts: readonly (string | FormattedField)[]
}
export interface FormattedField {
  readonly value: Expression
  /** `r`, `s` or `a`, behind a `!`. */
  readonly conversion: string | undefined
  /** The text behind `:`; undefined without one; null where it holds fields of its own. */
  readonly format: string | undefined | null
}
export interface Attribute extends Span {
  readonly kind: 'attribute'
  readonly object: Expression
  readonly name: string
}
export interface Call extends Span {
  readonly kind: 'call'
  readonly callee: Expression
  readonly arguments: readonly Argument[]
  /** Offset just behind `(`. */
  readonly open: number
  /** Offset just before `)`. */
  readonly close: number
  /** Whether the parser had to repair something between the parentheses. */
  readonly broken: boolean
}
export interface Argument extends Span {
  /** `*` and `**` for unpacked ones; undefined for a positional one. */
  readonly keyword: string | undefined
  readonly value: Expression
}
export interface Sequence extends Span {
  readonly kind: 'list' | 'tuple' | 'set'
  readonly items: readonly Expression[]
}
export interface Dict extends Span {
  readonly kind: 'dict'
  /** A key of undefined unpacks its value, `**other`. */
  readonly entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[]
}
export interface Binary extends Span {
  readonly kind: 'binary'
  readonly operator: string
  readonly left: Expression
  readonly right: Expression
}
export interface Unary extends Span {
  readonly kind: 'unary'
  readonly operator: '-' | '+' | '~' | 'not'
  readonly operand: Expression
}
export interface Logical extends Span {
  readonly kind: 'logical'
  readonly operator: 'and' | 'or'
  readonly left: Expression
  readonly right: Expression
}
export interface Compare extends Span {
  readonly kind: 'compare'
  readonly operators: readonly string[]
  readonly operands: readonly Expression[]
}
export interface Conditional extends Span {
  readonly kind: 'conditional'
  readonly test: Expression
  readonly then: Expression
  readonly otherwise: Expression
}
export interface Subscript extends Span {
  readonly kind: 'subscript'
  readonly object: Expression
  readonly index: Expression
}
export interface Slice extends Span, Readonly<Record<'lower' | 'upper' | 'step', Expression | undefined>> {
  readonly kind: 'slice'
}
export interface Lambda extends Span {
  readonly kind: 'lambda'
  readonly parameters: readonly Parameter[]
  readonly body: Expression
}
export interface Comprehension extends Span {
  readonly kind: 'comprehension'
  readonly makes: 'list' | 'set' | 'dict' | 'generator'
  /** A dict comprehension's key. */
  readonly key: Expression | undefined
  readonly element: Expression
  readonly clauses: readonly ComprehensionClause[]
}
export type ComprehensionClause =
  | { readonly kind: 'for'; readonly target: Expression; readonly iterable: Expression }
  | { readonly kind: 'if'; readonly test: Expression }
export interface Starred extends Span {
  readonly kind: 'starred'
  readonly value: Expression
}
export interface Walrus extends Span {
  readonly kind: 'walrus'
  readonly name: string
  readonly value: Expression
}
export interface Yield extends Span {
  readonly kind: 'yield'
  readonly value: Expression | undefined
  readonly from: boolean
}
export interface OtherExpression extends Span {
  readonly kind: 'other'
  readonly parts: readonly Expression[]
}
