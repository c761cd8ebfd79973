import { SoundingsError } from '#domain/errors'
import { weighEvidenceFile } from './method-weigh-evidence.ts'

/** A numeric method at the command line: files and options in, one JSON document out. */
export interface MethodEntry {
  readonly name: string
  readonly about: string
  readonly input: string
  readonly options: readonly { readonly flags: string; readonly about: string }[]
  run(files: readonly MethodFile[], options: Readonly<Record<string, unknown>>): unknown
}

/** A file as text, with its name for messages. */
export interface MethodFile {
  readonly name: string
  readonly text: string
}

/** The methods, in alphabetical order. */
export const methods: readonly MethodEntry[] = [weighEvidenceFile]

/** A method by its name. */
export function methodOf(name: string): MethodEntry {
  const found = methods.find((method) => method.name === name)
  if (found === undefined)
    throw new SoundingsError('method-unknown', `there is no method ${name}`, {
      advice: `There are ${methods.map((method) => method.name).join(', ')}.`,
    })
  return found
}
