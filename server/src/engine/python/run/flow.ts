import type { For, If, Statement, Try, While } from '../../syntax/ast'
import { boundIn, writtenTruth } from '../../syntax/walk'
import { assign } from './assign'
import { isUncertain, isUnsteady, itemNow, itemsIn, itemsNow, truth } from '../values/certainty'
import { broke, may, normal, parted, raised, returned, surely, together, type Completion } from './completion'
import { letGo, unknownFrom } from './doubt'
import { orUnknown, unknown, type Obj, type Scope } from '../values/object'
import type { Run } from './run'
import { join } from './scope'
import { isStringMethod } from '../operations/strings'

/** More rounds than any list of options has. */
const mostRounds = 5000

/** Follows each alternative as if it alone happened, and keeps what all agree on. Returns how each ended. */
export function follow(branches: readonly (() => Completion)[], scope: Scope, run: Run): Completion[] {
  const made: Map<string, Obj>[] = []
  const ends = branches.map(branch => {
    scope.begin()
    const end = run.perhaps(branch)
    const names = scope.takeBack()
    // A path that has left binds nothing for what follows.
    if (may(end, normal)) made.push(names)
    return end === normal || end === raised ? end : end | parted
  })
  if (made.length > 0) scope.merge(made)
  return ends
}

/** The value on which all alternatives agree; what they bind counts as `follow` has it. */
export function either(alternatives: readonly (() => Obj)[], scope: Scope, run: Run): Obj {
  const values: Obj[] = []
  const branches = alternatives.map(alternative => () => {
    values.push(alternative())
    return normal
  })
  follow(branches, scope, run)
  return join(values)
}

export function executeIf(statement: If, scope: Scope, run: Run): Completion {
  const test = writtenTruth(statement.test) ?? truth(run.evaluate(statement.test, scope))
  if (test !== undefined) return run.execute(test ? statement.then : statement.otherwise, scope)
  return together(
    follow([() => run.execute(statement.then, scope), () => run.execute(statement.otherwise, scope)], scope, run),
  )
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
  const fixed = itemsIn(iterable)
  run.charge(fixed ?? [])
  const items = (): readonly Obj[] => itemsNow(iterable, fixed)
  // Behind the items that are known of something uncertain, there may be others.
  const open = (): boolean => fixed === undefined || isUncertain(iterable)
  // Whether the rounds so far, and all that they do, are certain.
  let certain = fixed !== undefined && !isUnsteady(iterable)
  if (!certain) forget(statement, scope, run)
  let ends = 0
  let most = mostRounds
  for (let at = 0; ; at++) {
    if (certain && (open() || (at === mostRounds && items().length > at))) {
      certain = false
      forget(statement, scope, run)
    }
    // What rounds that may not happen add to the list is not gone through.
    if (!certain) most = Math.min(most, items().length)
    const count = Math.min(items().length, most)
    // One round stands for all further ones.
    if (at > count || (at === count && !open() && items().length === count)) break
    const item = at < count ? orUnknown(itemNow(iterable, items(), at)) : unknown
    const round = (): Completion => {
      assign(statement.target, item, scope, run)
      return run.execute(statement.body, scope)
    }
    const end = certain ? round() : (follow([round, () => normal], scope, run)[0] ?? normal)
    if (certain && (surely(end, returned) || end === raised)) return end
    ends |= end
    // Some paths have left this round, with bindings of their own.
    if (!certain || may(end, parted)) forget(statement, scope, run)
    if (certain && surely(end, broke)) return together([normal, ends & returned])
    if (may(end, broke | returned)) certain = false
  }
  const last = may(ends, broke)
    ? together([normal, ...follow([() => run.execute(statement.otherwise, scope), () => normal], scope, run)])
    : run.execute(statement.otherwise, scope)
  return together([last, ends & returned])
}

export function executeWhile(statement: While, scope: Scope, run: Run): Completion {
  if (truth(run.evaluate(statement.test, scope)) === false) return run.execute(statement.otherwise, scope)
  // Any number of rounds may have gone before.
  forget(statement, scope, run)
  const [end = normal] = follow([() => run.execute(statement.body, scope), () => normal], scope, run)
  forget(statement, scope, run)
  const [last = normal] = follow([() => run.execute(statement.otherwise, scope), () => normal], scope, run)
  return together([normal, (end | last) & returned])
}

export function executeTry(statement: Try, scope: Scope, run: Run): Completion {
  const [handler] = statement.handlers
  if (handler && lacksAttribute(statement, scope, run)) return run.execute(handler.body, scope)
  const bound = boundIn(statement.body)
  const bodyBound = new Map<string, readonly Obj[]>()
  const body = (): Completion => {
    const end = run.execute([...statement.body, ...statement.otherwise], scope)
    for (const name of bound.keys()) bodyBound.set(name, scope.sinceBegin(name))
    return end
  }
  // No handler runs for an import that cannot fail.
  const caught = statement.body.some(each => importsWhatIsPresent(each, run)) ? [] : statement.handlers
  const handlers = caught.map(handler => () => {
    // Nobody knows how far the body has come.
    const guesses = [...bound].map(([name, times]) => {
      const guess = { ...unknownFrom([boundSoFar(name, scope) ?? null, ...(bodyBound.get(name) ?? [])]) }
      const onlyHere = times === 1 && !scope.names.has(name)
      scope.bind(name, guess)
      return { name, guess, onlyHere }
    })
    if (handler.name) scope.bind(handler.name, unknown)
    const end = run.execute(handler.body, scope)
    // A name that the body alone binds has the body's value behind the try, or its use there raises an error.
    for (const { name, guess, onlyHere } of guesses) if (onlyHere && scope.names.get(name) === guess) scope.drop(name)
    return end
  })
  const end = handlers.length > 0 ? together(follow([body, ...handlers], scope, run)) : body()
  const last = run.execute(statement.finally, scope)
  return last === normal ? end : last
}

/** `try: get = x.get` with an `x` of which it is certain that it has no such attribute: plain text or a number. */
function lacksAttribute(statement: Try, scope: Scope, run: Run): boolean {
  const [only] = statement.body
  if (only?.kind !== 'assign' || only.value?.kind !== 'attribute') return false
  const object = run.evaluate(only.value.object, scope)
  return typeof object === 'number' || (typeof object === 'string' && !isStringMethod(only.value.name))
}

function importsWhatIsPresent(statement: Statement, { world }: Run): boolean {
  if (statement.kind === 'import') return statement.names.some(imported => world.conventions.isPresent(imported.name))
  return (
    statement.kind === 'importFrom' && world.conventions.isPresent(statement.module || statement.names[0]?.name || '')
  )
}
