/**
 * `node bench/ledger.ts`: duplicates planted in a made-up ledger: precision and recall of the review list with Wilson intervals, and the
 * time for ten thousand activities.
 */
import { similarActivities } from '#domain/similar-activities'
import { wilsonInterval } from '#numeric/wilson-interval'
import { plantedLedger, rates } from '../test/planted-activities.ts'

for (const size of [200, 1000, 4000]) {
  const all = [1, 2, 3, 4, 5].map((seed) => rates(plantedLedger(size, 0.2, seed)))
  const sum = (key: 'planted' | 'shown' | 'rightly') => all.reduce((total, one) => total + one[key], 0)
  console.log(
    `${size} activities, a fifth told twice: precision ${share(sum('rightly'), sum('shown'))}, recall ${share(sum('rightly'), sum('planted'))}`,
  )
}
const { activities } = plantedLedger(10_000, 0.1, 6)
const start = performance.now()
const found = similarActivities(activities).length
console.log(`${activities.length} activities: ${found} pairs in ${Math.round(performance.now() - start)} ms`)

function share(part: number, of: number): string {
  const [low, high] = wilsonInterval(part, of)
  return `${(part / of).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
}
