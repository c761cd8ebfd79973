import { convert } from 'html-to-text'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DocumentText } from '#domain/document'
import { SoundingsError } from '#domain/errors'

/** The kinds of file whose text can be read, by their endings. */
export const readableMediaTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
}

const readers: Readonly<Record<string, (bytes: Buffer) => Promise<DocumentText> | DocumentText>> = {
  '.pdf': readPdf,
  '.docx': readDocx,
  '.html': readHtml,
  '.htm': readHtml,
  '.txt': readPlain,
  '.md': readPlain,
}

/**
 * The text of a document in NFC, with the offsets at which its pages begin, where it has pages.
 *
 * @param ending ending of the file, such as `.pdf`
 * @param name   name of the file, for messages
 * @throws SoundingsError `file-unreadable` if the bytes are not what the ending says, or hold no text
 */
export async function readDocument(bytes: Buffer, ending: string, name: string): Promise<DocumentText> {
  const read = readers[ending.toLowerCase()]
  if (read === undefined)
    throw new SoundingsError('format-unknown', `documents end in ${Object.keys(readers).join(', ')}`, {
      place: { file: name, value: ending },
    })
  try {
    const found = await read(bytes)
    if (found.text.trim() === '')
      throw new Error('it holds no text; a scanned document needs text recognition first')
    return found
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SoundingsError(
      'file-unreadable',
      `this is no readable ${ending.slice(1).toUpperCase()}: ${reason}`,
      {
        place: { file: name },
        cause,
      },
    )
  }
}

async function readPdf(bytes: Buffer): Promise<DocumentText> {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) throw new Error('it does not begin like a PDF')
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 })
  const pdf = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    page.cleanup()
  }
  await task.destroy()
  return joined(pages)
}

function joined(pages: readonly string[]): DocumentText {
  const pageStarts: number[] = []
  let text = ''
  for (const page of pages) {
    pageStarts.push(text.length)
    text += `${page.normalize('NFC').trimEnd()}\n\n`
  }
  return { text, pageStarts }
}

async function readDocx(bytes: Buffer): Promise<DocumentText> {
  const { value } = await mammoth.extractRawText({ buffer: bytes })
  return { text: value.normalize('NFC'), pageStarts: [] }
}

function readHtml(bytes: Buffer): DocumentText {
  const text = convert(bytes.toString('utf8'), {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
    ],
  })
  return { text: text.normalize('NFC'), pageStarts: [] }
}

/** Plain text keeps its lines, so that a line named by a reader is that line; form feeds begin pages. */
function readPlain(bytes: Buffer): DocumentText {
  const text = new TextDecoder('utf-8', { fatal: true })
    .decode(bytes)
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
  const pageStarts = [...text.matchAll(/\f/g)].map(({ index }) => index + 1)
  return { text, pageStarts: pageStarts.length === 0 ? [] : [0, ...pageStarts] }
}
