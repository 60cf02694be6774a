import {
  Catalogue,
  addNamedGroups,
  declarationsOfRelease,
  declarationsOfSources,
  namedGroups,
  noHistory,
} from '../../engine/index'
import type { CatalogueData, ConfFile, Knowledge, Module, NamedGroup } from '../../engine/index'
import { type ConfSettings, usualConfSettings } from '../../settings/confSettings'
import { serviceOf } from '../../settings/serviceOf'

/** What of the workspace's source configuration files are judged by. */
export interface SourceFacts {
  /** Whether the workspace is still being read. */
  isIndexing(): boolean
  modules(): Iterable<Module>
  /** Whether options may be missing. */
  isPartlyKnown(): boolean
}

/** What a file is judged by: the workspace's source, a release in the catalogue, libraries alone, or nothing yet. */
type Basis = { readonly kind: 'source' | 'release' | 'libraries'; readonly service: string } | undefined

/** Of as many different sets of groups with plugins what is known is kept. */
const mostKept = 8

/** What is known of the options that configuration files may set, put together when somebody asks. */
export class ServiceKnowledge {
  settings: ConfSettings = usualConfSettings
  private data: CatalogueData | undefined
  private loading: Promise<void> | undefined
  private modules: readonly Module[] = []
  private serial = 0
  private readonly kept = new Map<string, Knowledge>()

  constructor(
    private readonly source: SourceFacts,
    private readonly loadCatalogue: () => Promise<CatalogueData>,
  ) {}

  /** Has the catalogue at hand from then on. Rejects where it cannot be had. */
  load(): Promise<void> {
    this.loading ??= this.loadCatalogue().then(data => {
      this.data = data
    })
    return this.loading
  }

  /** Changes whenever what is known of this file's options may be something else. */
  stamp(uri: string): string {
    const basis = this.basisOf(uri)
    if (basis === undefined || this.data === undefined) return ''
    return basis.kind === 'source' ? String(this.upToDate()) : `${basis.kind} ${basis.service} ${this.settings.release}`
  }

  /** For a file, and those that are read together with it. undefined: it is of another program, or the workspace is still being read. */
  of(file: ConfFile, together: readonly ConfFile[] = [file]): Knowledge | undefined {
    const basis = this.basisOf(file.file)
    if (basis === undefined || this.data === undefined) return undefined
    const groups = namedGroups(together)
    const key = JSON.stringify([this.stamp(file.file), groups.map(({ group, use }) => `${use} ${group}`).sort()])
    const known = this.kept.get(key)
    if (known !== undefined) return known
    if (this.kept.size >= mostKept) this.kept.clear()
    const made = this.make(basis, groups, this.data)
    this.kept.set(key, made)
    return made
  }

  private make({ kind, service }: NonNullable<Basis>, groups: readonly NamedGroup[], data: CatalogueData): Knowledge {
    const catalogue = new Catalogue(data, new Set(kind === 'libraries' ? [] : [service]))
    const files = this.modules.map(({ file }) => file)
    const release = this.settings.release === '' ? undefined : this.settings.release
    const known =
      kind === 'source'
        ? declarationsOfSources(catalogue, this.modules, files, true)
        : declarationsOfRelease(catalogue, kind === 'libraries' ? '' : service, release)
    const { declarations } = known
    addNamedGroups(known.catalogue, groups, declarations)
    const isPartial = kind === 'libraries' || (kind === 'source' && this.source.isPartlyKnown())
    return { declarations, history: kind === 'libraries' ? noHistory : known.catalogue, isPartial }
  }

  private basisOf(uri: string): Basis {
    const { files, release } = this.settings
    const service = serviceOf(uri, files)
    if (service === undefined) return undefined
    const isListed = ['nova', 'placement'].includes(service)
    if (isListed && release !== '') return { kind: 'release', service }
    if (this.source.isIndexing()) return undefined
    this.upToDate()
    const folder = service === 'nova' ? '/nova/conf/' : `/${service}/`
    if (this.modules.some(({ file }) => file.includes(folder))) return { kind: 'source', service }
    return { kind: isListed ? 'release' : 'libraries', service }
  }

  /** Modules are replaced when anything in them changes. */
  private upToDate(): number {
    const modules = [...this.source.modules()]
    if (modules.length !== this.modules.length || modules.some((module, at) => module !== this.modules[at])) {
      this.modules = modules
      this.serial += 1
      this.kept.clear()
    }
    return this.serial
  }
}
