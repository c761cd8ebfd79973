import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { measureReason } from './measure-reasons.ts'

test('every reason that the SQL of a measure gives is told in Vietnamese', () => {
  const texts = globSync('src/storage/measure-sql*.ts').flatMap((file) => {
    const sql = readFileSync(file, 'utf8')
    return [...sql.matchAll(/(?:then|absent:) '([^']+)'(?! \|\|)/g)].map(([, text]) => text ?? '')
  })
  expect(texts.length).toBeGreaterThan(15)
  for (const text of texts.filter((one) => /\w \w/.test(one)))
    expect(measureReason(text), text).toMatchObject({ en: text, vi: expect.any(String) })
})

test('what the reason counts is filled in', () => {
  expect(measureReason('the dataset covers 1980 to 2010')).toEqual({
    en: 'the dataset covers 1980 to 2010',
    vi: 'bộ dữ liệu bao gồm 1980 đến 2010',
  })
  expect(measureReason('DDR was no member of the United Nations in 1995')).toMatchObject({
    vi: 'DDR không phải thành viên Liên Hợp Quốc năm 1995',
  })
})
