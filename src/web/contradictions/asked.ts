/** How contradictions are looked for: the rate of false alarms accepted, and to what forecasters are taken to round. */
export interface Asked {
  readonly rate: number
  readonly rounding: 'as-given' | '0.01' | '0.05'
}
