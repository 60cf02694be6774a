import type { ClassObj, ExternalObj, LibraryObj, Obj, Passed, SuperObj } from '../python/values/object'
import { isUncertain, itemsIn } from '../python/values/certainty'
import { isObject, orUnknown, unknown } from '../python/values/object'
import { methodOf } from '../python/run/attributes'
import type { Library, Run, Site } from '../python/run/run'
import { loadDriver, managerAttribute } from './entryPoints'
import { registrarAt } from './libraryOptions'
import { optClassAt, optClasses, isTypeClass, typeClassAt, typeClasses } from './classes'
import {
  asOslo,
  bindParameters,
  declaredAmong,
  type DeprecatedObj,
  type GroupObj,
  type OptionObj,
  type RegexObj,
  type TypeObj,
} from './objects'
import { isOfClass } from './ofClass'
import { isOnImport } from './onImport'
import type { OptClassName } from './option'
import { defaultGroup } from './optionKey'
import type { Records } from './records'
import { judgeCall } from './types/declaration'
import { typeCallFault } from './types/signature'

/**
 * What oslo.config does, for the interpreter: its constructors make objects, `register_opts` and its kin are noted in
 * the records of the module being followed.
 */
export class OsloLibrary implements Library {
  constructor(private readonly records: () => Records) {}

  callExternal(callee: ExternalObj, passed: Passed, site: Site | undefined, run: Run): Obj | undefined {
    const optClass = optClassAt(callee.path)
    if (optClass) return site && this.makeOption(optClass, optClass, passed, site, run)
    const typeClass = typeClassAt(callee.path)
    if (typeClass) {
      const parameters = bindParameters(typeClasses[typeClass], passed)
      const inner = asOslo(parameters.get('item_type') ?? parameters.get('value_type'), 'type')
      const fault = inner?.fault ?? typeCallFault(typeClass, passed)
      const made: TypeObj = {
        kind: 'library',
        type: 'type',
        className: typeClass,
        parameters,
        open: passed.open,
        fault,
      }
      return made
    }
    switch (callee.path) {
      case 'oslo_config.cfg.OptGroup':
        return site && this.makeGroup(passed, site)
      case 'oslo_config.cfg.DeprecatedOpt': {
        const bound = bindParameters(['name', 'group'], passed)
        const name = bound.get('name')
        const group = bound.get('group') ?? null
        // None stands for the current name.
        const made: DeprecatedObj = {
          kind: 'library',
          type: 'deprecated',
          name: name === undefined ? unknown : name,
          group,
        }
        return made
      }
      case 'oslo_config.cfg.set_defaults':
        this.setDefaults(passed, site)
        return null
      case 'stevedore.DriverManager':
      case 'stevedore.driver.DriverManager':
        return site && loadDriver(passed, site, run)
      case 're.compile': {
        const flagged = passed.open || passed.positional.length > 1 || passed.keywords.has('flags')
        const made: RegexObj = { kind: 'library', type: 'regex', pattern: passed.positional[0] ?? unknown, flagged }
        return made
      }
      default:
        return this.registerLibraryOptions(callee.path, passed, site)
    }
  }

  construct(type: ClassObj, base: ExternalObj, passed: Passed, site: Site | undefined, run: Run): Obj | undefined {
    const baseClass = optClassAt(base.path)
    if (!baseClass || !site) return isTypeClass(base.path) ? this.makeOwnType(type, base, passed, run) : undefined
    const initializer = methodOf(type, '__init__')
    if (!initializer) return this.makeOption(type.name, baseClass, passed, site, run)
    const parameters = new Map<string, Obj>()
    const option: OptionObj = {
      kind: 'library',
      type: 'option',
      className: type.name,
      baseClass,
      site,
      parameters,
      open: true,
      isPossible: run.branch !== 0,
    }
    this.records().options.push(option)
    run.callFunction(initializer, passed, option)
    return option
  }

  initialize(object: SuperObj, base: ExternalObj, passed: Passed): Obj | undefined {
    const ownType = asOslo(object.self, 'type')
    if (ownType && isTypeClass(base.path)) {
      fillType(ownType, base, passed)
      return null
    }
    const option = asOslo(object.self, 'option')
    const baseClass = optClassAt(base.path)
    if (!option || !baseClass) return undefined
    this.fill(option, baseClass, passed)
    return null
  }

  callMethod(object: Obj, name: string, passed: Passed, site: Site | undefined): Obj | undefined {
    if (name === '__init__' && isObject(object) && object.kind === 'external') {
      // `cfg.StrOpt.__init__(self, name, ...)`, the old way to say super().
      const baseClass = optClassAt(object.path)
      const [self, ...positional] = passed.positional
      const option = asOslo(self, 'option')
      if (!option || !baseClass) return undefined
      this.fill(option, baseClass, { ...passed, positional })
      return null
    }
    if (!site || (isObject(object) && object.kind === 'library')) return undefined
    switch (name) {
      case 'register_opts':
      case 'register_cli_opts': {
        const bound = bindParameters(['opts', 'group'], passed)
        this.register(bound.get('opts') ?? unknown, given(bound, 'group', passed), site)
        return null
      }
      case 'register_opt':
      case 'register_cli_opt': {
        const bound = bindParameters(['opt', 'group', 'cli'], passed)
        this.registerAll([bound.get('opt') ?? unknown], given(bound, 'group', passed), site)
        return true
      }
      case 'register_group':
        return null
      case 'set_default':
      case 'set_override': {
        const bound = bindParameters(['name', name === 'set_default' ? 'default' : 'override', 'group'], passed)
        const value = bound.get(name === 'set_default' ? 'default' : 'override')
        const target = { name: bound.get('name') ?? unknown, group: bound.get('group') ?? null }
        this.records().defaultChanges.push({ ...target, option: undefined, value: orUnknown(value), site })
        return null
      }
      default:
        return undefined
    }
  }

  attribute(object: LibraryObj, name: string): Obj | undefined {
    const option = asOslo(object, 'option')
    if (option) {
      const value = option.parameters.get(name)
      if (value !== undefined) return value
      const own = option.parameters.get('name')
      if (name === 'dest' && typeof own === 'string' && !option.open) return own.replace(/-/g, '_')
      return !option.open && noneUnlessGiven.test(name) ? null : undefined
    }
    const group = asOslo(object, 'group')
    if (group) return { name: group.name, title: group.title, help: group.help }[name]
    const driver = managerAttribute(object, name)
    if (driver !== undefined) return driver
    return name === 'pattern' ? asOslo(object, 'regex')?.pattern : undefined
  }

  setAttribute(object: LibraryObj, name: string, value: Obj, branch: number): void {
    const certain = branch === 0
    const option = asOslo(object, 'option')
    if (option && (certain || option.copiedIn === branch) && optClasses.Opt.positional.includes(name)) {
      option.parameters = new Map(option.parameters).set(name, value)
      if (option.copyOf && option.isChanged !== true) {
        option.isChanged = true
        this.records().options.push(option)
      }
    }
    // `self.choices = choices` in a type class of the project's own.
    const type = asOslo(object, 'type')
    if (type) type.parameters = new Map(type.parameters).set(name, certain ? value : unknown)
  }

  copy(object: LibraryObj, branch: number): Obj {
    const option = asOslo(object, 'option')
    if (!option) return object
    const original = option.isChanged === true ? option : (option.copyOf ?? option)
    const copied: OptionObj = { ...option, copyOf: original, copiedIn: branch, isChanged: false }
    return copied
  }

  readonly isInstance = isOfClass

  private makeOwnType(type: ClassObj, base: ExternalObj, passed: Passed, run: Run): TypeObj {
    const made: TypeObj = { kind: 'library', type: 'type', className: 'other', parameters: new Map(), open: true }
    const initializer = methodOf(type, '__init__')
    if (initializer) run.callFunction(initializer, passed, made)
    else fillType(made, base, passed)
    return made
  }

  private makeOption(className: string, baseClass: OptClassName, passed: Passed, site: Site, run: Run): OptionObj {
    const option: OptionObj = {
      kind: 'library',
      type: 'option',
      className,
      baseClass,
      site,
      parameters: new Map(),
      open: true,
      isPossible: run.branch !== 0,
    }
    this.fill(option, baseClass, passed)
    this.records().options.push(option)
    return option
  }

  private fill(option: OptionObj, baseClass: OptClassName, passed: Passed): void {
    option.parameters = bindParameters(optClasses[baseClass].positional, passed)
    option.open = passed.open
    option.judgement = judgeCall(baseClass, passed)
  }

  private makeGroup(passed: Passed, site: Site): GroupObj {
    const bound = bindParameters(['name', 'title', 'help', 'dynamic_group_owner', 'driver_option'], passed)
    const get = (name: string): Obj => given(bound, name, passed)
    const group: GroupObj = {
      kind: 'library',
      type: 'group',
      name: get('name'),
      title: get('title'),
      help: get('help'),
      site,
    }
    this.records().groups.push(group)
    return group
  }

  private register(list: Obj, group: Obj, site: Site): void {
    const items = itemsIn(list)
    if (!items || isUncertain(list)) this.records().openGroups.push(groupNameOf(group))
    if (items) this.registerAll(items, group, site)
  }

  private registerAll(items: readonly Obj[], group: Obj, site: Site): void {
    const options = declaredAmong(items)
    if (options.length < items.length) this.records().openGroups.push(groupNameOf(group))
    if (options.length > 0)
      this.records().registrations.push({
        options,
        group: groupNameOf(group),
        how: 'registered',
        reachedBy: this.records().reachedBy,
        isImport: this.records().reachedBy === 'import' && isOnImport(site),
        site,
      })
  }

  private registerLibraryOptions(path: string, passed: Passed, site: Site | undefined): Obj | undefined {
    const registrar = registrarAt(path)
    if (!registrar || !site) return undefined
    const group = groupNameOf(bindParameters(['conf', 'group'], passed).get('group') ?? unknown)
    if (group !== undefined) this.records().libraryRegistrations.push({ registrar, group, site })
    return unknown
  }

  private setDefaults(passed: Passed, site: Site | undefined): void {
    if (!site) return
    for (const item of itemsIn(passed.positional[0] ?? passed.keywords.get('opts') ?? unknown) ?? []) {
      const option = asOslo(item, 'option')
      const dest = option && this.attribute(option, 'dest')
      const value = typeof dest === 'string' ? passed.keywords.get(dest) : undefined
      if (option && value !== undefined) {
        this.records().defaultChanges.push({ name: dest!, group: unknown, option, value, site })
      }
    }
  }
}

/** Fills an object of a type class of the project's own with what its base class was given. */
function fillType(type: TypeObj, base: ExternalObj, passed: Passed): void {
  const baseClass = typeClassAt(base.path)
  type.parameters = bindParameters(baseClass ? typeClasses[baseClass] : [], passed)
  type.open = passed.open
}

/** A group as it was passed: its name, a pattern for a computed one, undefined where nothing of it is known. */
export function groupNameOf(group: Obj): string | undefined {
  if (group === null) return defaultGroup
  if (typeof group === 'string') return group
  const named = asOslo(group, 'group')?.name
  if (named !== undefined) return named === null ? undefined : groupNameOf(named)
  return isObject(group) && group.kind === 'unknown' ? group.pattern : undefined
}

/** What an option object has as None when its declaration says nothing of it. */
const noneUnlessGiven = /^(default|help|metavar|short|sample_default|deprecated_reason|deprecated_since)$/

/** A parameter as passed; None where it was not, and unknown where that cannot be told. */
function given(bound: ReadonlyMap<string, Obj>, name: string, passed: Passed): Obj {
  const value = bound.get(name)
  return value === undefined && !passed.open ? null : orUnknown(value)
}
