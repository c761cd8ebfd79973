import { expect, test } from 'vitest'
import { readable } from './readable.ts'

test('single values are lines, lists of objects are tables, and what is missing is a dash', () => {
  expect(
    readable({
      alpha: 1 / 3,
      units: 4,
      interval: [0.1, 0.25],
      none: null,
      unsaid: undefined,
      murphy: { reliability: 0.5, resolution: 0.125 },
      rows: [
        { partner: 'A', share: { value: 0.6 } },
        { partner: 'Borland', rank: 2 },
      ],
    }),
  ).toBe(
    [
      'alpha               0.333333',
      'units               4',
      'interval            [0.1, 0.25]',
      'none                –',
      'murphy.reliability  0.5',
      'murphy.resolution   0.125',
      '',
      'rows',
      'partner  share.value  rank',
      'A        0.6          –',
      'Borland  –            2',
    ].join('\n'),
  )
})
