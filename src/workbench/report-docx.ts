import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { citeText, type Report, type ReportTable, type Rests, wholeRestsIn } from '#report/compose'
import { reportWords } from '#report/words.data'
import { columnWidths, unbroken } from './column-widths.ts'
import { png, printedChart } from './report-charts.ts'
import { stillZip } from './still-zip.ts'

const textWidth = 9638 // twentieths of a point: A4 less two margins of 2 cm
const quiet = '47525D'

/**
 * A report as a Word document: headings, tables with header rows, charts with what they say in words, numbered references
 * that one can follow. The same report gives the same bytes: its dates are those of the analysis.
 */
export async function docx(report: Report): Promise<Uint8Array> {
  const words = reportWords[report.language]
  const tables = await Promise.all(report.tables.map((table) => section(table, report)))
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(report.title)] }),
    new Paragraph({ children: [new TextRun({ text: report.question, color: quiet, size: 24 })] }),
    heading(words.findings),
    ...report.findings.map(
      (finding) =>
        new Paragraph({
          numbering: { reference: 'findings', level: 0 },
          spacing: { after: 100 },
          children: [
            new TextRun({ text: `${finding.step}  `, bold: true, color: '1F4E79', size: 18 }),
            new TextRun(`${finding.text} `),
            ...rests(finding, report),
          ],
        }),
    ),
    ...tables.flat(),
    ...figures(report),
    heading(words.references),
    ...report.references.map(
      ({ number, text }) =>
        new Paragraph({
          indent: { left: 560, hanging: 560 },
          spacing: { after: 80 },
          children: [
            new Bookmark({ id: `ref_${number}`, children: [new TextRun(`${number}.\t`)] }),
            new TextRun(text),
          ],
        }),
    ),
    heading(words.made),
    ...report.made.map(
      ([what, value]) =>
        new Paragraph({
          spacing: { after: 80 },
          children: [new TextRun({ text: `${what}: `, bold: true }), new TextRun(value)],
        }),
    ),
  ]
  const made = new Document({ ...setting(report), sections: [{ ...page(report), children }] })
  return stillZip(await Packer.toBuffer(made), report.at)
}

function setting(report: Report) {
  const language = { value: report.language === 'vi' ? 'vi-VN' : 'en-GB' }
  const heading = { font: 'Arial', bold: true, color: '1B1F24' }
  return {
    title: report.title,
    subject: report.question,
    creator: report.by,
    lastModifiedBy: report.by,
    description: report.made.map(([what, value]) => `${what}: ${value}`).join('\n'),
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 22, language } },
        title: { run: { ...heading, size: 36 }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { ...heading, size: 26 },
          paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'findings',
          levels: [
            {
              level: 0,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 460, hanging: 460 } } },
            },
          ],
        },
      ],
    },
  }
}

function page(report: Report) {
  const size = { width: 11906, height: 16838 }
  const margin = { top: 1250, bottom: 1250, left: 1134, right: 1134 }
  const number = new TextRun({
    size: 16,
    color: quiet,
    children: [`${reportWords[report.language].page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  })
  const footer = new Footer({
    children: [new Paragraph({ alignment: AlignmentType.END, children: [number] })],
  })
  return { properties: { page: { size, margin } }, footers: { default: footer } }
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] })
}

async function section(table: ReportTable, report: Report): Promise<readonly (Paragraph | Table)[]> {
  const words = reportWords[report.language]
  const title = new TextRun(`${words.table} ${table.number}. ${table.title}`)
  const rows = table.rows.map((row) => [
    ...row.cells.map(unbroken).map(({ text, number }) => cell([small(text)], number)),
    ...(table.sourced ? [cell(rests(row, report, 14))] : []),
  ])
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new Bookmark({ id: `table_${table.number}`, children: [title] })],
    }),
    ...(table.note === null ? [] : [note([new TextRun({ text: table.note, size: 18, color: quiet })])]),
    ...(await chart(table, report)),
    ...(table.sourced
      ? []
      : [note([new TextRun({ text: wholeRestsIn(table, report.language), size: 18, color: quiet })])]),
    grid([...table.columns, ...(table.sourced ? [words.rests] : [])], rows, columnWidths(table)),
  ]
}

async function chart(table: ReportTable, report: Report): Promise<readonly Paragraph[]> {
  const drawn = await printedChart(table, report.language)
  if (drawn === undefined) return []
  const scale = Math.min(1, 640 / drawn.width)
  const picture = new ImageRun({
    type: 'png',
    data: png(drawn),
    transformation: { width: drawn.width * scale, height: drawn.height * scale },
    altText: { title: table.title, description: drawn.alt, name: `chart-${table.number}` },
  })
  return [new Paragraph({ spacing: { before: 80, after: 120 }, keepNext: true, children: [picture] })]
}

function figures(report: Report): readonly (Paragraph | Table)[] {
  if (report.figures.length === 0) return []
  const words = reportWords[report.language]
  const rows = report.figures.map((one) => [
    cell([new Bookmark({ id: `figure_${one.number}`, children: [small(`D${one.number}`)] })]),
    ...[one.what, one.dataset, one.version, one.query].map((text) => cell([small(text)])),
    cell([link(`[${one.reference}]`, `ref_${one.reference}`, 14)]),
  ])
  const head = ['', words.figure, words.dataset, words.version, words.query, words.reference]
  return [heading(words.figures), grid(head, rows, [5, 20, 14, 14, 40, 9])]
}

function grid(
  head: readonly string[],
  rows: readonly (readonly TableCell[])[],
  widths: readonly number[],
): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'D5DBE1' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const heads = head.map(
    (text) =>
      new TableCell({
        shading: { fill: 'EEF2F5' },
        children: [new Paragraph({ children: [small(text, true)] })],
      }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((textWidth * width) / whole)),
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    borders: {
      top: line,
      bottom: line,
      insideHorizontal: line,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
      ...rows.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  })
}

function cell(children: readonly ParagraphChild[], number = false): TableCell {
  const alignment = number ? AlignmentType.END : AlignmentType.START
  return new TableCell({ children: [new Paragraph({ alignment, children: [...children] })] })
}

function note(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ spacing: { before: 80, after: 100 }, keepNext: true, children: [...children] })
}

function small(text: string, bold = false): TextRun {
  return new TextRun({ text, bold, font: 'Arial', size: 15 })
}

function link(text: string, anchor: string, size: number): InternalHyperlink {
  return new InternalHyperlink({ anchor, children: [new TextRun({ text, size, color: '1F4E79' })] })
}

function rests({ cites, from }: Rests, report: Report, size = 18): readonly ParagraphChild[] {
  const words = reportWords[report.language]
  const plain = (text: string) => new TextRun({ text, size, color: quiet })
  const between = (links: readonly ParagraphChild[], mark: string) =>
    links.flatMap((one, at) => (at === 0 ? [one] : [plain(mark), one]))
  if (cites.length > 0) {
    const links = cites.map((cite) =>
      link(citeText(cite), cite.figure === null ? `ref_${cite.number}` : `figure_${cite.figure}`, size),
    )
    return [plain('['), ...between(links, '; '), plain(']')]
  }
  if (from.length === 0) return [plain(words.unstated)]
  const tables = from.map((number) => link(String(number), `table_${number}`, size))
  return [plain(`${from.length === 1 ? words.from : words.fromMany} `), ...between(tables, ', ')]
}
