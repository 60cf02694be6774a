import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import ts from 'typescript'

/** The project's top folder. */
export const top = join(__dirname, '..', '..')

/** Every file that is, or is about to be, part of the repository, by its path from the top: all but what .gitignore names. */
export function repositoryFiles(): string[] {
  const ignored = textOf('.gitignore').split('\n').filter(Boolean).map(asGlob)
  return globSync('**', { cwd: top, dot: true, ignore: ['.git', '.git/**', ...ignored] }).sort()
}

/** A line of .gitignore: anywhere, or with a slash in front at the top; with one behind, a folder. */
function asGlob(line: string): string {
  return (line.startsWith('/') ? line.slice(1) : `**/${line}`).replace(/\/$/, '/**')
}

/** Those of them that are TypeScript below one of the folders. */
export function typescriptBelow(...folders: string[]): string[] {
  return repositoryFiles().filter(file => file.endsWith('.ts') && folders.some(folder => file.startsWith(`${folder}/`)))
}

/** The text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(join(top, file), 'utf8')
}

/** The syntax tree of a TypeScript text, parents set. */
export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
}

/** Every node of a tree, outer ones first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

/** `file:line` of a node, for messages. */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile()
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}

/** What test/repo reads of package.json. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly main: string
  readonly browser: string
  readonly bin: Readonly<Record<string, string>>
  readonly activationEvents: readonly string[]
  readonly engines: { readonly vscode: string; readonly node: string }
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly icon?: string }[]
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon?: string }[]>>
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[]
    readonly configuration: { readonly properties: Readonly<Record<string, SettingSchema>> }
  }
}
export interface SettingSchema {
  readonly default: unknown
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[]; readonly default?: string }>>
}

export function manifest(): Manifest {
  return JSON.parse(textOf('package.json')) as Manifest
}
