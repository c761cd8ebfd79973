/**
 * An id made of words: lower case, without diacritics, joined by hyphens.
 *
 * @param otherwise what to use if no letter or digit is left
 */
export function idFromWords(words: string, otherwise: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
  return plain === '' ? otherwise : plain
}
