/** Words that deny what follows them in the same sentence, and words after which nothing is denied. Patterns of `word-pattern.ts`. */
export const negators = {
  before: [
    'not',
    'no',
    'non',
    'never',
    'neither',
    'nor',
    'none',
    'without',
    'refrain* ~3 from',
    'abstain* ~3 from',
    'rather than',
    'instead of',
    'denied|denies|deny',
    'reject*',
    'prohibit*',
    'exclude*',
    'oppose*',
    'renounce*',
    'không',
    'chẳng',
    'chưa',
    'cấm',
    'phản đối',
    'bác bỏ',
    'loại trừ',
  ],
  /** what looks like one and is none */
  butNot: ['not only', 'no longer ~2 only', 'no less than', 'không chỉ', 'không những'],
  after: [
    'is|are|was|were ~2 excluded|prohibited|forbidden',
    'shall|will|must not',
    'bị cấm',
    'không được phép',
  ],
  /** a turn of the sentence: what stands before it denies nothing behind it */
  turns: ['but', 'however', 'although', 'nhưng', 'song', 'tuy nhiên'],
} as const

/** How many words before or behind a hit are looked at for a denial. */
export const negationReach = { before: 8, after: 5 } as const
