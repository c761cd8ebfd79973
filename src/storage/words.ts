const notWords = new Set([
  'id',
  'case',
  'handling',
  'sha256',
  'documentSha256',
  'source',
  'passage',
  'actor',
  'actors',
])

/** The words of a record, for the search: every text in it except pointers and codes. */
export function wordsOf(body: object): string {
  const words: string[] = []
  gather(body, words)
  return words.join(' ')
}

function gather(value: unknown, words: string[]): void {
  if (typeof value === 'string') words.push(value)
  else if (Array.isArray(value)) for (const item of value) gather(item, words)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) if (!notWords.has(key)) gather(item, words)
}
