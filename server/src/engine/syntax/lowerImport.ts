import type { Node } from './node'
import type { Span } from '../text'
import type { ImportedName, Statement } from './ast'
import type { Lowering } from './nodes'

/** `from module import names`, from its parts. */
export function lowerImportFrom(parts: readonly Node[], lowering: Lowering, span: Span): Statement {
  const [source, ...names] = parts
  if (source?.type !== 'dotted_name' && source?.type !== 'relative_import') {
    return { kind: 'importFrom', level: 0, module: '__future__', names: [], start: span.start, end: span.end }
  }
  const written = lowering.text.slice(source.startIndex, source.endIndex).replace(/\s/g, '')
  const level = /^\.*/.exec(written)![0].length
  const imported = names.some(name => name.type === 'wildcard_import')
    ? [{ name: '*', alias: undefined }]
    : importedNames(names)
  const bound = imported.map(({ name, alias }) => ({ name, alias: alias ?? name }))
  return { kind: 'importFrom', level, module: written.slice(level), names: bound, start: span.start, end: span.end }
}

/** The names that an import binds, with what each is called there. */
export function importedNames(nodes: readonly Node[]): ImportedName[] {
  return nodes
    .filter(node => node.type === 'dotted_name' || node.type === 'aliased_import')
    .map(node => {
      const isAliased = node.type === 'aliased_import'
      // By their fields: between them may stand the mark that the line goes on.
      const name = isAliased ? node.childForFieldName('name') : node
      const alias = isAliased ? node.childForFieldName('alias')?.text : undefined
      return { name: (name?.text ?? '').replace(/\s/g, ''), alias }
    })
}
