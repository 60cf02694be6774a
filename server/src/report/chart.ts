import type { Chart } from './document'
import { escaped } from './html'

const rowHeight = 26
const labelWidth = 190
const barWidth = 420

/** Bars as SVG, a segment for each series that has something: its number stands in it, its class (`s0`, `s1`, …) colours it. */
export function chartSvg({ caption, series, rows }: Chart): string {
  const sums = rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const most = Math.max(1, ...sums)
  const height = rows.length * rowHeight + 30
  const bars = rows.map(({ label, counts }, row) => {
    let x = labelWidth
    const y = row * rowHeight
    const parts = counts.map((count, at) => {
      if (count === 0) return ''
      const width = Math.max(18, Math.round((count / most) * barWidth))
      const part = `<rect class="s${String(at)}" x="${String(x)}" y="${String(y + 3)}" width="${String(width - 1)}" height="20"/><text class="n${String(at)}" x="${String(x + width / 2)}" y="${String(y + 17)}" text-anchor="middle">${String(count)}</text>`
      x += width
      return part
    })
    return `<text class="label" x="${String(labelWidth - 8)}" y="${String(y + 17)}" text-anchor="end">${escaped(label, 28)}</text>${parts.join('')}`
  })
  const step = (labelWidth + barWidth) / Math.max(1, series.length)
  const legend = series.map((name, at) => {
    const x = Math.round(at * step)
    return `<rect class="s${String(at)}" x="${String(x)}" y="${String(height - 18)}" width="12" height="12"/><text class="label" x="${String(x + 18)}" y="${String(height - 8)}">${escaped(name, 28)}</text>`
  })
  // Short bars are widened to hold their number: there is room for that beside the longest one.
  const width = labelWidth + barWidth + 18 * series.length
  return `<svg role="img" aria-label="${escaped(caption)}; the table below has the numbers" viewBox="0 0 ${String(width)} ${String(height)}">${bars.join('')}${legend.join('')}</svg>`
}
