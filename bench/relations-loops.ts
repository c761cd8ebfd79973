import { random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'
import type { Size } from './large-relations.ts'

/** Seconds that the draws of one analysis take in plain loops: 1000 draws of weights and errors over all partners, and ranks. */
export function plainLoops({ partners, indicators }: Size): number {
  const began = performance.now()
  const next = random(1)
  const [error, gap] = [randomNormal(next), randomNormal(random(2))]
  const share = Float64Array.from({ length: partners * indicators }, next)
  const depth = new Float64Array(partners)
  let sum = 0
  for (let draw = 0; draw < 1000; draw++) {
    const weights = Float64Array.from({ length: indicators }, () => 1 + 0.25 * (2 * next() - 1))
    const total = weights.reduce((a, b) => a + b, 0)
    const geometric = draw % 2 === 1
    for (let at = 0; at < partners; at++) {
      let whole = 0
      for (let leaf = 0; leaf < indicators; leaf++) {
        gap()
        const drawn = (share[at * indicators + leaf] ?? 0) + 0.03 * error()
        const firm = Math.min(1, Math.max(0.01, drawn))
        whole += (weights[leaf] ?? 0) * (geometric ? Math.log(firm) : firm)
      }
      depth[at] = geometric ? Math.exp(whole / total) : whole / total
    }
    sum += depth.toSorted()[0] ?? 0
  }
  if (!(sum > 0)) throw new Error('the loops gave nothing')
  return (performance.now() - began) / 1000
}
