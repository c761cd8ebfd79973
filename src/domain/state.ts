/** Schemes in which a file may name states; `name` is a name in any spelling that the list of states knows. */
export const stateSchemes = [
  'cow',
  'cow-abbreviation',
  'gw',
  'iso2',
  'iso3',
  'iso-numeric',
  'vdem',
  'cameo',
  'name',
] as const
export type StateScheme = (typeof stateSchemes)[number]
