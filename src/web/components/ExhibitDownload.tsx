import { Button, Group } from '@mantine/core'
import type { Cell, Exhibit, Language } from '#domain/exhibit'
import { chartLocale } from '#report/chart-locale'
import { cellText, headed } from '#report/compose'
import { useWords } from '../language.ts'

/** The table of an exhibit as CSV, and its chart as PNG, made in the page. */
export function ExhibitDownload({ exhibit }: { exhibit: Exhibit }) {
  const { t, language } = useWords()
  return (
    <Group gap={4}>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('exhibit.csv', { title: exhibit.title })}
        onClick={() =>
          save(
            `${exhibit.id}.csv`,
            URL.createObjectURL(new Blob(['\uFEFF', csvOf(exhibit, language)], { type: 'text/csv' })),
          )
        }
      >
        CSV
      </Button>
      {exhibit.chart !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('exhibit.png', { title: exhibit.title })}
          onClick={() => void pngOf(exhibit, language).then((url) => save(`${exhibit.id}.png`, url))}
        >
          PNG
        </Button>
      )}
    </Group>
  )
}

function save(name: string, url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000) // the browser has taken it by then
}

/** A number with its interval becomes three columns, so that others can reckon with it. */
function csvOf({ columns, rows }: Exhibit, language: Language): string {
  const measured = columns.map((_, at) => rows.some(({ cells }) => isMeasured(cells[at])))
  const head = columns.flatMap((column, at) => {
    const title = headed(column, language)
    return measured[at] ? [title, `${title} low`, `${title} high`] : [title]
  })
  const lines = rows.map(({ cells }) =>
    cells.flatMap((cell, at) => {
      if (isMeasured(cell))
        return [cell.value, cell.interval?.[0] ?? '', cell.interval?.[1] ?? ''].map(String)
      const text = typeof cell === 'number' ? String(cell) : cellText(cell, language)
      return measured[at] ? [text, '', ''] : [text]
    }),
  )
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return `${[head, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

function isMeasured(cell: Cell | undefined): cell is Extract<Cell, { readonly interval: unknown }> {
  return typeof cell === 'object' && 'interval' in cell
}

async function pngOf({ chart = {} }: Exhibit, language: Language): Promise<string> {
  const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  const sized = { ...chart, width: 640, background: 'white', config: chartLocale(language) }
  const compiled = compile(sized as unknown as Parameters<typeof compile>[0]).spec // made by our own charts
  const view = new View(parse(compiled), { renderer: 'none' })
  const url = await view.toImageURL('png', 2)
  view.finalize()
  return url
}
