import type { For, If, Statement, Try, While } from '../../syntax/ast'
import { boundIn, writtenTruth } from '../../syntax/walk'
import { assign } from './assign'
import { isUncertain, isUnsteady, itemsIn, truth } from '../values/certainty'
import { broke, endOfAny, may, normal, parted, raised, returned, surely, type Completion } from './completion'
import { letGo, unknownFrom } from './doubt'
import { unknown, type Obj, type Scope } from '../values/object'
import type { Run } from './run'
import { join } from './scope'

/**
 * The ways a program may take. Where a test is known, its way is followed and no other. Where it is not, each way is
 * followed as if it alone happened, its bindings are taken back, and a name keeps the value on which all agree
 * (`alternatives`). A loop is followed round by round while that is certain; from the first round that may not happen, what
 * the loop binds is unknown (`forget`), and each further item is followed as something that may happen. A handler begins
 * with what the body binds unknown, for nobody knows how far the body has come.
 */

/** More rounds than any list of options has. */
const mostRounds = 5000

/** Follows each alternative as if it alone happened, and keeps what all agree on. Returns how each ended. */
export function alternatives(ways: readonly (() => Completion)[], scope: Scope, run: Run): Completion[] {
  const made: Map<string, Obj>[] = []
  const ends = ways.map(way => {
    scope.begin()
    const end = run.perhaps(way)
    const names = scope.takeBack()
    // A path that has left binds nothing for what follows.
    if (may(end, normal)) made.push(names)
    return end === normal || end === raised ? end : end | parted
  })
  if (made.length > 0) scope.merge(made)
  return ends
}

/** Follows something that may happen or not. Returns how it ends if it does. */
function possibly(way: () => Completion, scope: Scope, run: Run): Completion {
  return alternatives([way, () => normal], scope, run)[0]!
}

/** The value on which all alternatives agree; what they bind counts as `alternatives` has it. */
export function either(expressions: readonly (() => Obj)[], scope: Scope, run: Run): Obj {
  const values: Obj[] = []
  const ways = expressions.map(expression => () => {
    values.push(expression())
    return normal
  })
  alternatives(ways, scope, run)
  return join(values)
}

export function executeIf(statement: If, scope: Scope, run: Run): Completion {
  const test = writtenTruth(statement.test) ?? truth(run.evaluate(statement.test, scope))
  if (test !== undefined) return run.execute(test ? statement.then : statement.otherwise, scope)
  const ways = [statement.then, statement.otherwise].map(block => () => run.execute(block, scope))
  return endOfAny(alternatives(ways, scope, run))
}

/** Forgets what a loop binds: how often it has gone round, and how far, is not known. */
function forget(loop: For | While, scope: Scope, run: Run): void {
  const names = [...boundIn([loop]).keys()]
  // What they stood for may have been changed in a round before.
  letGo(
    names.map(name => boundSoFar(name, scope)),
    run,
  )
  for (const name of names) scope.bind(name, unknown)
}

/** What a name that a block binds stands for so far: only functions hide what is outside before they bind it. */
function boundSoFar(name: string, scope: Scope): Obj | undefined {
  return scope.kind === 'function' ? scope.names.get(name) : scope.lookup(name)
}

export function executeFor(statement: For, scope: Scope, run: Run): Completion {
  const iterable = run.evaluate(statement.iterable, scope)
  const items = itemsIn(iterable)
  run.charge(items ?? [])
  const known = (items ?? []).slice(0, mostRounds)
  const follow = (item: Obj): Completion => {
    assign(statement.target, item, scope, run)
    return run.execute(statement.body, scope)
  }
  return run.goingThrough(iterable, () => {
    let ends: Completion = 0
    let at = 0
    let certain = items !== undefined && !isUnsteady(iterable)
    while (certain && at < known.length) {
      const end = follow(known[at++]!)
      if (surely(end, returned) || end === raised) return end
      ends |= end
      // Some paths have left this round, with bindings of their own.
      if (may(end, parted)) forget(statement, scope, run)
      if (surely(end, broke)) return endOfAny([normal, ends & returned])
      certain = !may(end, broke | returned) && !isUncertain(iterable)
    }
    // Behind the items that are known there may be others: one round stands for them.
    const mayBeMore = items === undefined || isUncertain(iterable) || items.length > known.length
    if (!certain || mayBeMore) forget(statement, scope, run)
    for (const item of [...known.slice(at), ...(mayBeMore ? [unknown] : [])]) {
      ends |= possibly(() => follow(item), scope, run)
      forget(statement, scope, run)
    }
    const otherwise = (): Completion => run.execute(statement.otherwise, scope)
    const last = may(ends, broke) ? endOfAny([normal, possibly(otherwise, scope, run)]) : otherwise()
    return endOfAny([last, ends & returned])
  })
}

export function executeWhile(statement: While, scope: Scope, run: Run): Completion {
  if (truth(run.evaluate(statement.test, scope)) === false) return run.execute(statement.otherwise, scope)
  // Any number of rounds may have gone before.
  forget(statement, scope, run)
  const end = possibly(() => run.execute(statement.body, scope), scope, run)
  forget(statement, scope, run)
  const last = possibly(() => run.execute(statement.otherwise, scope), scope, run)
  return endOfAny([normal, (end | last) & returned])
}

export function executeTry(statement: Try, scope: Scope, run: Run): Completion {
  const [handler] = statement.handlers
  if (handler && lacksAttribute(statement, scope, run)) return run.execute(handler.body, scope)
  const bound = boundIn(statement.body)
  let stoodFor: ReadonlyMap<string, readonly Obj[]> = new Map()
  const body = (): Completion => {
    const end = run.execute([...statement.body, ...statement.otherwise], scope)
    stoodFor = scope.sinceBegin()
    return end
  }
  const handle = (handler: Try['handlers'][number]): Completion => {
    const guesses = [...bound].map(([name, times]) => {
      const guess = { ...unknownFrom([boundSoFar(name, scope) ?? null, ...(stoodFor.get(name) ?? [])]) }
      const onlyHere = times === 1 && !scope.names.has(name)
      scope.bind(name, guess)
      return { name, guess, onlyHere }
    })
    if (handler.name) scope.bind(handler.name, unknown)
    const end = run.execute(handler.body, scope)
    // A name that the body alone binds has the body's value behind the try, or its use there raises an error.
    for (const { name, guess, onlyHere } of guesses) if (onlyHere && scope.names.get(name) === guess) scope.drop(name)
    return end
  }
  // No handler runs for an import that cannot fail.
  const caught = statement.body.some(each => importsWhatIsPresent(each, run)) ? [] : statement.handlers
  const ways = [body, ...caught.map(handler => () => handle(handler))]
  const end = ways.length > 1 ? endOfAny(alternatives(ways, scope, run)) : body()
  const last = run.execute(statement.finally, scope)
  return last === normal ? end : last
}

/** `try: get = x.get` with an `x` that is plain text, of which it is certain that it has no such attribute. */
function lacksAttribute(statement: Try, scope: Scope, run: Run): boolean {
  const [only] = statement.body
  if (only?.kind !== 'assign' || only.value?.kind !== 'attribute') return false
  // All attributes of Python's strings are single words, but for the special ones and `format_map`.
  const isOfStrings = /^(__\w+__|[a-z]+|format_map)$/.test(only.value.name)
  return !isOfStrings && typeof run.evaluate(only.value.object, scope) === 'string'
}

function importsWhatIsPresent(statement: Statement, { world }: Run): boolean {
  if (statement.kind === 'import') return statement.names.some(imported => world.conventions.isPresent(imported.name))
  return (
    statement.kind === 'importFrom' && world.conventions.isPresent(statement.module || statement.names[0]?.name || '')
  )
}
