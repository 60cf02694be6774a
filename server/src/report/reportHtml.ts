import { version } from '../../../package.json'
import { chartSvg } from './chart'
import { type Block, type Inlines, piecesOf, type Report } from './document'
import { escaped, webAddress } from './html'
import { rowsOf } from './reportMarkdown'
import { style } from './style'

/** The report as one page of HTML that needs nothing else: no script, no font, no network. */
export function reportHtml({ title, verdict, parts }: Report): string {
  const contents = parts.map(
    ({ id, title }, index) => `<li><a href="#${escaped(id)}">${String(index + 1)}. ${escaped(title)}</a></li>`,
  )
  const sections = parts.map(
    ({ id, title, blocks }, index) =>
      `<section aria-labelledby="${escaped(id)}">\n<h2 id="${escaped(id)}">${String(index + 1)}. ${escaped(title)}</h2>\n${blocks.map(written).join('\n')}\n</section>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="verdict">${escaped(verdict)}</p>
</header>
<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>
<main>
${sections.join('\n')}
</main>
<footer><p>Nova Config Review ${escaped(version)}</p></footer>
</body>
</html>
`
}

function written(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${line(block.text)}</p>`
    case 'heading':
      return `<h3>${escaped(block.text)}</h3>`
    case 'list':
      return `<ul>${block.items.map(item => `<li>${line(item)}</li>`).join('')}</ul>`
    case 'table':
      return table(block.caption, block.columns, block.rows)
    case 'chart':
      return `${chartSvg(block)}\n${table(block.caption, ['Subject', ...block.series], rowsOf(block))}`
  }
}

function table(caption: string, columns: readonly string[], rows: readonly (readonly Inlines[])[]): string {
  const head = columns.map(column => `<th scope="col">${escaped(column)}</th>`).join('')
  const body = rows.map(cells => {
    const [first = '', ...others] = cells.map(line)
    return `<tr><th scope="row">${first}</th>${others.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  })
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

function line(inlines: Inlines): string {
  return piecesOf(inlines)
    .map(piece => {
      if (typeof piece === 'string') return escaped(piece)
      if ('code' in piece) return `<code>${escaped(piece.code)}</code>`
      const url = webAddress(piece.url)
      return url === undefined ? escaped(piece.link) : `<a href="${url}">${escaped(piece.link)}</a>`
    })
    .join('')
}
