/** Sections of the README for people who have the sources, not the package. */
const forMakers = ['Try it', 'Working on it']

/**
 * The README as the extension's page, which knows no other file: documents that it links to are appended and their links
 * lead there, and links to anything else are words. Pictures are left out: VS Code shows only those of the web there,
 * and takes away what is part of the page itself.
 *
 * @param readme the README of the sources
 * @param documents by their paths, in the order in which they are appended; each begins with a title of its own
 */
export function extensionPage(readme: string, documents: ReadonlyMap<string, string>): string {
  const kept = sections(readme).filter(section => !forMakers.some(title => section.startsWith(`## ${title}\n`)))
  const unpictured = kept.join('').replace(/^!\[[^\]]*\]\([^):]+\)\n+/gm, '')
  const linked = withLinks(unpictured, target => {
    const document = documents.get(target)
    return document === undefined ? undefined : `#${anchor(document)}`
  })
  const appended = [...documents.values()].map(document => withLinks(lowered(document), () => undefined))
  return [linked, ...appended].map(part => part.trimEnd()).join('\n\n') + '\n'
}

/** What would be broken on an extension's page, a sentence each: links and pictures that lead to files. */
export function pageProblems(page: string): string[] {
  const targets = [...outsideCode(page).matchAll(/\]\(([^)\s]+)/g)].map(match => match[1] ?? '')
  return targets
    .filter(target => !/^(https:|#)/.test(target))
    .map(target => `The extension's page leads to ${target}, which it cannot show`)
}

function sections(markdown: string): string[] {
  return markdown.split(/^(?=## )/m)
}

/** Replaces each relative link by one to where `lead` says, or by its own words. */
function withLinks(markdown: string, lead: (target: string) => string | undefined): string {
  return markdown.replace(/(?<!!)\[([^\]]+)\]\((?!https:|#)([^)]+)\)/g, (_, words: string, target: string) => {
    const place = lead(target)
    return place === undefined ? words : `[${words}](${place})`
  })
}

/** A document as a section: each heading one level down. */
function lowered(document: string): string {
  let inCode = false
  return document.replace(/^(```|#+ ).*/gm, (line, start: string) => {
    if (start === '```') inCode = !inCode
    return inCode || start === '```' ? line : `#${line}`
  })
}

/** What VS Code and GitHub make of a document's title. */
function anchor(document: string): string {
  const title = /^# (.*)/.exec(document)?.[1] ?? ''
  return title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}

function outsideCode(markdown: string): string {
  return markdown.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
}
