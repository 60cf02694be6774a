import { Interpreter } from '../python/run/interpreter'
import { itemsIn } from '../python/values/certainty'
import { letGo } from '../python/run/doubt'
import { isObject, unknown, type ClassObj, type FunctionObj, type ModuleObj, type Obj } from '../python/values/object'
import type { World } from '../python/run/run'
import type { Scope } from '../python/values/object'
import type { Call, Statement } from '../syntax/ast'
import { boundNames, callsIn, globalNames, type CallSite } from '../syntax/walk'
import { groupNameOf } from './library'
import { handlesOptions } from './mentions'
import { declaredAmong } from './objects'
import type { Records } from './records'

/**
 * Follows a module: first what importing it runs, then each function that handles options and was not called, then
 * what declares an option and still was not reached. Everything found goes to `records`.
 */
export function followModule(module: ModuleObj, world: World, records: Records): void {
  const run = followImport(module, world)
  // Where only what nobody calls is too much, below, what importing the module does is known all the same.
  if (run.exhausted) for (const { parameters } of records.options) letGo(parameters.values(), run)
  run.perhaps(() => {
    for (const { callee, self } of functionsOf(module, run.branch)) {
      const text = module.text.slice(callee.definition.start, callee.definition.end)
      const lists = /^list_\w*opts$/.test(callee.name)
      if ((run.followed.has(callee.definition) && !lists) || !handlesOptions(text)) continue
      // Nobody said what it is called with: a default may well be overridden.
      records.reachedBy = callee.owner === undefined ? 'function' : 'method'
      const made = run.callFunction(callee, { positional: [], keywords: new Map(), open: true }, self)
      if (lists) noteListing(made, records)
    }
    records.reachedBy = 'method'
    followRest(module, run, records)
  })
  records.cutShort = run.exhausted
}

/** Follows what importing a module runs, and no more. */
export function followImport(module: ModuleObj, world: World): Interpreter {
  const run = new Interpreter(world)
  run.execute(module.body, module.scope)
  // From here on anybody may call the functions that rebind the module's names. What would have come of the rest of a
  // module that takes too long may have rebound any.
  for (const name of run.exhausted ? module.scope.names.keys() : globalNames(module.body))
    module.scope.destabilize(name)
  return run
}

/** The module's functions and its classes' methods, with an instance to call a method on. */
function* functionsOf(module: ModuleObj, branch: number): Generator<{ callee: FunctionObj; self: Obj | undefined }> {
  for (const value of [...module.scope.names.values()]) {
    if (!isObject(value)) continue
    if (value.kind === 'function' && value.scope === module.scope) yield { callee: value, self: undefined }
    else if (value.kind === 'class' && value.scope.parent === module.scope) yield* methodsOf(value, branch)
  }
}

function* methodsOf(type: ClassObj, branch: number): Generator<{ callee: FunctionObj; self: Obj | undefined }> {
  for (const member of [...type.scope.names.values()]) {
    if (!isObject(member) || member.kind !== 'function') continue
    const self: Obj = member.decoration === 'class' ? type : { kind: 'instance', branch, type, attributes: new Map() }
    yield { callee: member, self: member.decoration === 'static' ? undefined : self }
  }
}

/** Option calls that nothing led to: in branches never taken, functions within functions, half-typed text. */
function followRest(module: ModuleObj, run: Interpreter, records: Records): void {
  const reached = new Set<Call>(records.options.filter(each => each.site.module === module).map(each => each.site.node))
  const aliases = optionAliases(module.body)
  for (const site of callsIn(module.body)) {
    if (reached.has(site.call) || !mayMakeOption(site.call, aliases)) continue
    const before = records.options.length
    run.evaluate(site.call, scopeOf(site, module.scope))
    // oslo.config never gets to see it, and refuses nothing.
    if (site.isDead) for (const option of records.options.slice(before)) option.judgement = { kind: 'taken' }
  }
}

/** Where a call's names are looked up when its functions were not called: what they bind is unknown. */
function scopeOf(site: CallSite, top: Scope): Scope {
  let scope = top
  for (const definition of site.within) {
    scope = scope.inner('function')
    for (const name of boundNames(definition)) scope.bind(name, unknown)
  }
  return scope
}

/** Whether a call's name is one of an option class: `...Opt`, or whatever the module imports one as. */
function mayMakeOption(call: Call, aliases: ReadonlySet<string>): boolean {
  const { callee } = call
  const name = callee.kind === 'name' ? callee.id : callee.kind === 'attribute' ? callee.name : ''
  return /Opt$/.test(name) || aliases.has(name)
}

function optionAliases(body: readonly Statement[]): ReadonlySet<string> {
  const aliases = new Set<string>()
  for (const statement of body) {
    if (statement.kind !== 'importFrom') continue
    for (const { name, alias } of statement.names) if (/Opt$/.test(name) && alias) aliases.add(alias)
  }
  return aliases
}

/**
 * What `list_opts()` returns: pairs of a group (a name, an OptGroup or None) and its options, or a mapping of them.
 */
function noteListing(listing: Obj, records: Records): void {
  const pairs =
    isObject(listing) && listing.kind === 'dict'
      ? listing.entries
      : (itemsIn(listing)?.map(item => itemsIn(item)) ?? [])
  for (const pair of pairs) {
    if (pair?.length !== 2) continue
    const options = declaredAmong(itemsIn(pair[1]!) ?? [])
    if (options.length > 0) {
      records.registrations.push({
        options,
        group: groupNameOf(pair[0]!),
        how: 'listed',
        reachedBy: 'import',
        site: undefined,
      })
    }
  }
}
