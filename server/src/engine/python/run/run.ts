import type { Call } from '../../syntax/ast'
import type { Interpreter as Run } from './interpreter'
import type { ClassObj, ExternalObj, LibraryObj, ModuleObj, Obj, Passed, SuperObj } from '../values/object'

export type { Interpreter as Run } from './interpreter'

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
  readonly conventions: Conventions
  readonly library: Library
}

/** What is known of code that is not written in the project, by its name alone. */
export interface Conventions {
  /** The name under which a module is known that code may import under another. */
  moduleName(written: string): string
  /** Whether a module can surely be imported. */
  isPresent(module: string): boolean
  /** The value of something outside the project, by its dotted path. */
  valueAt(path: string): Obj | undefined
  /** Whether a call of something outside the project answers differently on each machine. */
  asksMachine(path: string): boolean
  /** Whether a function of this name gives back the text that it is given, wherever it comes from. */
  isTranslator(name: string): boolean
  /** Whether it is of no interest what an object is, known by its name in the code, of which this method is called. */
  ignoresReceiver(name: string, method: string): boolean
}

/** Gives meaning to what is not written in the project. Every answer of undefined means "not mine". */
export interface Library {
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
