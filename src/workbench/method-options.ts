import { SoundingsError } from '#domain/errors'

type Options = Readonly<Record<string, unknown>>

/**
 * A whole number given as an option of a method.
 *
 * @throws SoundingsError `call-invalid` if it is none, or lies outside [least, most]
 */
export function integerOption(
  options: Options,
  name: string,
  bounds: { readonly least: number; readonly most: number },
): number {
  const value = Number(options[name])
  if (Number.isInteger(value) && value >= bounds.least && value <= bounds.most) return value
  throw new SoundingsError(
    'call-invalid',
    `--${flagOf(name)} must be a whole number from ${bounds.least} to ${bounds.most}`,
    { place: { value: options[name] } },
  )
}

/**
 * A number above a bound given as an option of a method.
 *
 * @throws SoundingsError `call-invalid` if it is none
 */
export function numberOption(options: Options, name: string, bounds: { readonly above: number }): number {
  const value = Number(options[name])
  if (Number.isFinite(value) && value > bounds.above) return value
  throw new SoundingsError('call-invalid', `--${flagOf(name)} must be a number above ${bounds.above}`, {
    place: { value: options[name] },
  })
}

/**
 * One of several words given as an option of a method.
 *
 * @throws SoundingsError `call-invalid` if it is none of them
 */
export function wordOption<Word extends string>(
  options: Options,
  name: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === options[name])
  if (found !== undefined) return found
  throw new SoundingsError('call-invalid', `--${flagOf(name)} must be one of ${words.join(', ')}`, {
    place: { value: options[name] },
  })
}

/**
 * One or several of some words, separated by commas, each once.
 *
 * @throws SoundingsError `call-invalid` if one is none of them, or there is none
 */
export function wordsOption<Word extends string>(
  options: Options,
  name: string,
  words: readonly Word[],
): readonly [Word, ...Word[]] {
  const given = String(options[name] ?? '').split(',')
  const [first, ...more] = given.map((word) => wordOption({ [name]: word.trim() }, name, words))
  if (first !== undefined) return [first, ...new Set(more.filter((word) => word !== first))]
  throw new SoundingsError('call-invalid', `--${flagOf(name)} must be one or several of ${words.join(', ')}`)
}

/**
 * A number in [0, 1] given as an option of a method.
 *
 * @throws SoundingsError `call-invalid` if it is none
 */
export function shareOption(options: Options, name: string): number {
  const value = options[name] === '' ? Number.NaN : Number(options[name])
  if (value >= 0 && value <= 1) return value
  throw new SoundingsError('call-invalid', `--${flagOf(name)} must be a share from 0 to 1`, {
    place: { value: options[name] },
  })
}

/** The one file that a method takes. */
export function onlyFile<File>(files: readonly File[], method: string): File {
  const [file, ...more] = files
  if (file !== undefined && more.length === 0) return file
  throw new SoundingsError('call-invalid', `${method} takes one file, and was given ${files.length}`)
}

function flagOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
