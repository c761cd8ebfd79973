import { locatedYaml } from './located-yaml.ts'
import { readText } from './method-file.ts'

/**
 * A request to an instrument from a YAML or JSON file, or from standard input for `-`.
 *
 * @throws SoundingsError `file-not-found`, `yaml-syntax`
 */
export function readRequest(file: string): unknown {
  const { name, text } = readText(file)
  return locatedYaml(text, name).values()[0]
}
