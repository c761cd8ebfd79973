import { describe, expect, test } from 'vitest'
import { Question, questionExample } from '#domain/question'
import { checklistOf, fieldsOf, questionFrom } from './question-fields.ts'

const now = '2027-01-20T00:00:00.000Z'
const whole: Question = {
  ...questionExample,
  background: 'Two registers are kept.',
  backgroundVi: 'Hiện có hai sổ.',
  group: 'registers',
  checked: ['deadline: as the question closes', 'decider: the Gazette: its first issue'],
  condition: { question: 'second-register', outcome: 'yes' },
  baseRate: {
    probabilities: [0.125],
    because: 'one of eight',
    becauseVi: 'một trong tám',
    restsOn: [{ source: 'gazette' }],
  },
  counts: { source: 'VNM', target: 'CHN', watched: 'visits', atLeast: 3, months: 6, dataset: 'icews' },
  relation: 'arland-borland',
  institution: 'harbour-office',
  commitment: 'arland-first-register',
  case: 'registers',
  illustrative: true,
  restsOn: [{ source: 'harbour-history', locator: 'p. 12', passage: 'p-1' }, { source: 'gazette' }],
  handling: 'restricted',
  comment: 'asked twice',
}
const again = (question: Question) =>
  Question.parse({ ...questionFrom(fieldsOf(question), question, now), id: question.id })

describe('a question in a form', () => {
  test.each([
    ['binary, every field', whole],
    [
      'categorical',
      {
        ...questionExample,
        kind: 'categorical' as const,
        ordered: true,
        baseRate: undefined,
        options: [
          { id: 'north', title: 'North', titleVi: 'Bắc' },
          { id: 'none', title: 'none' },
        ],
      },
    ],
    [
      'numeric',
      { ...questionExample, kind: 'numeric' as const, unit: 'ships', range: [-1.5, 9] as [number, number] },
    ],
    [
      'date',
      { ...questionExample, kind: 'date' as const, dates: ['2027-01-01', '2028-01-01'] as [string, string] },
    ],
  ])('that is not touched comes out as it went in: %s', (_, question) => {
    const { draft: __, ...asked } = Question.parse(JSON.parse(JSON.stringify(question)))
    expect(again(asked)).toEqual(asked)
  })

  test('keeps the ids of options whose place or title stays, and gives new ones to new options', () => {
    const base: Question = {
      ...questionExample,
      kind: 'categorical',
      options: ['north', 'south', 'none'].map((id) => ({ id, title: `Port ${id}` })),
    }
    const options = (lines: string) =>
      questionFrom({ ...fieldsOf(base), options: lines }, base, now).options?.map(({ id }) => id)
    expect(options('Port north\nPort of the south\nPort none')).toEqual(['north', 'south', 'none'])
    expect(options('Port none\nPort north\nPort south | Cảng nam')).toEqual(['none', 'north', 'south'])
    expect(options('Port north\nPort south\nPort none\nPort east')).toEqual([
      'north',
      'south',
      'none',
      'option-4',
    ])
  })

  test('takes the time of the reader’s clock where it was touched, and opens now unless it says when', () => {
    const fields = { ...fieldsOf(), title: 'x', closes: '2031-11-30T17:00', resolves: '2032-01-15T09:00' }
    const { opens, closes } = questionFrom(fields, undefined, now)
    expect(opens).toBe(now)
    expect(Date.parse(closes)).toBe(new Date(2031, 10, 30, 17).getTime())
  })

  test('has a checklist once it says what is asked and until when, Vietnamese words included', () => {
    expect(checklistOf(questionFrom(fieldsOf(), undefined, now), 0)).toEqual([])
    const vague = { ...whole, criteriaVi: 'Có nếu tình hình sớm căng thẳng.' }
    const found = checklistOf(questionFrom(fieldsOf(vague), vague, now), 0).find(
      ({ point }) => point === 'vague-words',
    )
    expect(found?.found.length).toBeGreaterThan(0)
  })
})
