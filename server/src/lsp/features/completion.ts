import { CompletionItemKind, CompletionItemTag } from 'vscode-languageserver'
import type { CompletionItem, Position } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { isKnown } from '../../engine/index'
import type { Option } from '../../engine/index'
import { label } from '../../safe/text'
import { describe } from '../describe'
import { optionDetail } from './documentSymbols'
import type { Facts } from '../facts'
import type { Uses } from '../uses'

const path = /([A-Za-z_][\w.]{0,200})\.\w*$/

/** Answers `textDocument/completion` behind a ConfigOpts or a group: the groups and options that it has. */
export function completion(
  facts: Facts,
  uses: Uses,
  document: TextDocument | undefined,
  position: Position,
): CompletionItem[] {
  if (document === undefined) return []
  const before = document.getText({ start: { line: position.line, character: 0 }, end: position })
  const names = path.exec(before)?.[1]?.split('.')
  if (names === undefined) return []
  const [found] = uses.lookUp(document.uri, names)
  if (found?.kind === 'conf') return [...groups(uses), ...options(facts, uses, 'DEFAULT')]
  const [step, ...more] = found?.kind === 'in' && found.conf.kind === 'conf' ? found.steps : []
  if (step === undefined || step === 'call' || !('attribute' in step) || more.length > 0) return []
  const group = uses.declared.group(step.attribute)
  return group === undefined ? [] : options(facts, uses, group)
}

function groups(uses: Uses): CompletionItem[] {
  return uses.declared
    .groupsLike('*')
    .filter(isName)
    .map(group => ({ label: group, kind: CompletionItemKind.Module, detail: `[${label(group)}]` }))
}

function options(facts: Facts, uses: Uses, group: string): CompletionItem[] {
  return uses.declared
    .destsLike(group, '*')
    .filter(isName)
    .map(dest => {
      const [option] = uses.declared.optionsOf(group, dest)
      return option ? itemOf(option, dest, facts) : { label: dest, kind: CompletionItemKind.Property }
    })
}

function itemOf(option: Option, dest: string, facts: Facts): CompletionItem {
  const isDeprecated = isKnown(option.deprecatedForRemoval, true)
  return {
    label: dest,
    kind: CompletionItemKind.Property,
    detail: optionDetail(option),
    documentation: { kind: 'markdown', value: describe(option, facts.findingsOf(option)) },
    // Behind those that are here to stay.
    sortText: `${isDeprecated ? '1' : '0'}${dest}`,
    ...(isDeprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
  }
}

function isName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text)
}
