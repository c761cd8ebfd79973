/** Documents of every type become text; passages are found again in a changed version, or reported as lost. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Passage } from '#domain/passage'
import { freshWorkbench } from '../../test/database.ts'
import { anchorAgain, select } from './anchor.ts'
import { bibliography, readCitations } from './citations.ts'
import { documentText, importDocument, markPassage } from './documents.ts'
import { readDocument } from './read-document.ts'
import { recordInContext, seeSearch } from './records.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../test/fixtures', name))

describe('text of', () => {
  test.each(['minutes.pdf', 'minutes.docx', 'minutes.html'])('%s, Vietnamese included', async (name) => {
    const { text } = await readDocument(fixture(name), `.${name.split('.')[1]}`, name)
    expect(text.replace(/\s+/g, ' ')).toContain('would not stand alone')
    expect(text.replace(/\s+/g, ' ')).toContain('hội đồng cần thêm thời gian')
  })

  test('a PDF knows its pages', async () => {
    const { text, pageStarts } = await readDocument(fixture('minutes.pdf'), '.pdf', 'minutes.pdf')
    expect(pageStarts).toHaveLength(2)
    expect(text.indexOf('Second page')).toBeGreaterThanOrEqual(pageStarts[1] ?? 0)
  })

  test.each([
    ['a PDF that is none', Buffer.from('hello'), '.pdf'],
    ['a broken PDF', Buffer.from('%PDF-1.7 broken'), '.pdf'],
    ['a DOCX that is none', Buffer.from('hello'), '.docx'],
    ['text that is no UTF-8', Buffer.from([0xff, 0xfe, 0x41]), '.txt'],
    ['an empty file', Buffer.from(''), '.txt'],
  ])('%s is refused', async (_, bytes, ending) => {
    await expect(readDocument(bytes, ending, `x${ending}`)).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})

describe('a passage', () => {
  const passage = (text: string, words: string): Passage => {
    const start = text.indexOf(words)
    return {
      id: 'p',
      document: 'd',
      documentSha256: '0'.repeat(64),
      ...select({ text, pageStarts: [] }, start, start + words.length),
      anchoring: { how: 'selected' },
    }
  }
  const before = 'One. The chair spoke first. The chair noted the delay. Then the session closed. The end.'
  const again = (words: string, after: string) =>
    anchorAgain(passage(before, words), { text: after, pageStarts: [] }, 'f'.repeat(64))

  test('is found where its words now stand', () => {
    const after = `A new preface. ${before}`
    const found = again('The chair noted the delay', after)
    expect(found.anchoring).toEqual({ how: 'exact' })
    expect(after.slice(found.position.start, found.position.end)).toBe('The chair noted the delay')
  })

  test('among several alike, is found by its context', () => {
    const found = again('The chair', 'The chair noted the delay. The chair spoke first.')
    expect(found.position.start).toBe(27)
  })

  test('whose words changed a little is only similar, and says what became of them', () => {
    const found = again('The chair noted the delay', before.replace('noted the delay', 'noted a long delay'))
    expect(found.anchoring).toMatchObject({ how: 'similar', became: expect.stringContaining('long delay') })
    expect(found.anchoring.similarity).toBeGreaterThan(0.7)
    expect(found.quote.exact).toBe('The chair noted the delay')
  })

  test('whose words stand in quite other surroundings is not called the same', () => {
    const found = again(
      'The chair noted the delay',
      'Zzzz yyyy xxxx wwww vvvv The chair noted the delay qqqq pppp oooo nnnn',
    )
    expect(found.anchoring).toMatchObject({ how: 'similar', similarity: 1 })
  })

  test('that is gone is lost, and keeps the place where it last stood', () => {
    const found = again(
      'The chair noted the delay',
      'Nothing of it is left in this text about fishing rights.',
    )
    expect(found.anchoring).toEqual({ how: 'lost' })
    expect(found.position).toEqual(passage(before, 'The chair noted the delay').position)
  })

  test('in an unchanged text is always found where it was', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 40 }),
        fc.nat(),
        fc.integer({ min: 5, max: 40 }),
        (text, at, length) => {
          const start = at % Math.max(1, text.length - length)
          const words = text.slice(start, start + length)
          fc.pre(words.length > 4)
          const selected: Passage = {
            ...passage(text, words),
            ...select({ text, pageStarts: [] }, start, start + words.length),
          }
          const found = anchorAgain(selected, { text, pageStarts: [] }, 'f'.repeat(64))
          expect(found).toMatchObject({ position: selected.position, anchoring: { how: 'exact' } })
        },
      ),
    )
  })
})

test('a corrected document becomes a new version, and its passages are found, similar or lost', async () => {
  const w = await freshWorkbench()
  try {
    const { document, version } = await importDocument(
      w.database,
      { name: 'minutes.pdf', bytes: fixture('minutes.pdf') },
      w.author('first'),
    )
    expect(version).toBe(1)
    const { text } = await documentText(w.database, document)
    const mark = async (words: string) => {
      const start = text.indexOf(words)
      expect(start).toBeGreaterThan(0)
      return (await markPassage(w.database, document, { start, end: start + words.length }, w.author('mark')))
        .id
    }
    const alone = await mark('would not stand alone')
    const register = await mark('the register would be opened within a year')
    const last = await mark('Borland agreed on the first day and Arland on the last day')
    const report = await importDocument(
      w.database,
      { name: 'minutes.pdf', bytes: fixture('minutes-corrected.pdf') },
      w.author('corrected'),
    )
    expect(report.version).toBe(2)
    expect(report.passages.exact).toEqual([alone])
    expect(report.passages.similar.map((one) => one.id)).toEqual([register])
    expect(report.passages.lost).toEqual([last])
    const { body, history } = await recordInContext(w.database, 'passage', alone)
    expect(body).toMatchObject({ page: 1, anchoring: { how: 'exact' } })
    expect(history).toHaveLength(2)
    expect(
      (
        await seeSearch(
          w.database,
          'khong dung mot minh stand alone'.split(' ').slice(-2).join(' '),
          ['passage'],
          5,
        )
      )[0]?.id,
    ).toBe(alone)
  } finally {
    await w.close()
  }
})

test('citations are read from BibTeX and RIS and written in APA', () => {
  const [book] = readCitations(fixture('citations.bib').toString(), 'citations.bib')
  const [article] = readCitations(fixture('citations.ris').toString(), 'citations.ris')
  expect(book).toMatchObject({ id: 'johnston2008', type: 'study', csl: { title: 'Social States' } })
  expect(article?.csl.title).toContain('Social Environments')
  if (book === undefined) throw new Error('the book is there')
  expect(bibliography([book]).get('johnston2008')).toBe(
    'Johnston, A. I. (2008). Social States. Princeton University Press.',
  )
  expect(() => readCitations('nothing of the kind', 'x.bib')).toThrow(/no citations/)
})
