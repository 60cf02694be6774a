import type { Call, Expression, Statement } from '../syntax/ast'
import type { Completion } from './completion'
import type { Mentioned } from './mentions'
import type { ClassObj, ExternalObj, FunctionObj, LibraryObj, ModuleObj, Obj, Passed, SuperObj } from './object'
import type { Scope } from './object'

/**
 * One understanding of a module under way: what the parts of the interpreter need of each other. Nothing here runs
 * Python; it follows what running it would certainly do and says `unknown` for the rest.
 */
export interface Run {
  readonly world: World
  /** The branch that is being followed; what may not happen has another number than what surely does. */
  readonly branch: number
  /** Counts one step; false once the module has used up its steps, and from then on. */
  step(): boolean
  /** Counts what it takes to go through values, all that lies in them included. */
  charge(values: readonly Obj[]): void
  evaluate(expression: Expression, scope: Scope): Obj
  execute(body: readonly Statement[], scope: Scope): Completion
  /** Runs something that may not happen, or may happen several times. */
  perhaps<T>(body: () => T): T
  /** An attribute, as Python looks it up; unknown where that cannot be told. */
  attribute(object: Obj, name: string): Obj
  /** `site` is undefined for calls that Python makes by itself (`__init__`, a property). */
  call(callee: Obj, passed: Passed, site: Site | undefined): Obj
  callMethod(object: Obj, name: string, passed: Passed, site: Site | undefined): Obj
  callFunction(callee: FunctionObj, passed: Passed, self: Obj | undefined): Obj
  /** What the text of a function or class mentions. */
  mentionedIn(code: FunctionObj | ClassObj): Mentioned
  /** Follows what was not followed yet of a class body that is followed name by name. */
  settle(type: ClassObj): void
  /** Takes note that the value went where we cannot follow. */
  letGo(passed: Passed): void
}

/** Where a call is written. */
export interface Site {
  readonly node: Call
  readonly module: ModuleObj
}

/** What lies outside the module. */
export interface World {
  /** A module of the project by its dotted name, relative to `from` when `level` is above 0; undefined: not of the project. */
  findModule(name: string, level: number, from: ModuleObj): ModuleObj | undefined
  /** Looks something up in another module; `tooDeep` when that has led from module to module too often. */
  within<T>(find: () => T, tooDeep: T): T
  /** What `__name__` is in a module that somebody imports. */
  nameOf(module: ModuleObj): string
  readonly library: Library
}

/** Gives meaning to what is not written in the project. Every answer of undefined means "not mine". */
export interface Library {
  /** Whether a class of this text has to be followed even when nobody asks for it. */
  concerns(text: string): boolean
  callExternal(callee: ExternalObj, passed: Passed, site: Site | undefined, run: Run): Obj | undefined
  /** Makes an object of a class that derives from something external. */
  construct(type: ClassObj, base: ExternalObj, passed: Passed, site: Site | undefined, run: Run): Obj | undefined
  /** A method of an object whose class is not of the project. */
  callMethod(object: Obj, name: string, passed: Passed, site: Site | undefined, run: Run): Obj | undefined
  /** `super().__init__(...)` that reaches an external class. */
  initialize(object: SuperObj, base: ExternalObj, passed: Passed, run: Run): Obj | undefined
  attribute(object: LibraryObj, name: string, run: Run): Obj | undefined
  /** What `copy.copy` and `copy.deepcopy` make of it. */
  copy(object: LibraryObj, branch: number): Obj
  /** Whether a value is of the class behind a dotted path; undefined where that cannot be told. */
  isInstance(value: Obj, path: string): boolean | undefined
  /** `object.name = value`, in a branch; 0 is what surely happens on import. */
  setAttribute(object: LibraryObj, name: string, value: Obj, branch: number): void
}
