import type { Module } from '../project/module'
import { type PyValue, itemsOf, knownValue } from '../python/value'
import type { Declared } from './declared'
import type { Use } from './use'

const variable = /\$(?:\$|(\w+)|\{(?:([\w-]+)\.)?(\w+)\})/g

/** The options that defaults take in by `$name` and `${group.name}`: those of their own group, or of none. */
export function* interpolationsIn(modules: Iterable<Module>, declared: Declared): Generator<Use> {
  for (const { file, isTest, options } of modules) {
    for (const option of options) {
      const told = new Set<string>()
      for (const text of textsIn(knownValue(option.default))) {
        for (const [, plain, group, name] of text.matchAll(variable)) {
          const dest = plain ?? name
          if (dest === undefined) continue
          const own = group === undefined ? option.membership.groups.filter(each => declared.has(each, dest)) : [group]
          for (const each of own.length > 0 ? own : ['DEFAULT']) {
            if (told.has(`${each}.${dest}`) || !declared.has(each, dest)) continue
            told.add(`${each}.${dest}`)
            yield {
              file,
              isTest,
              kind: 'interpolation',
              group: each,
              option: dest,
              isSure: true,
              sinks: [],
              notFollowed: [],
              range: option.range,
              nameRange: option.range,
            }
          }
        }
      }
    }
  }
}

function* textsIn(value: PyValue | undefined): Generator<string> {
  if (typeof value === 'string') yield value
  else for (const item of itemsOf(value) ?? []) yield* textsIn(item)
}
