/**
 * A mark of a text: it changes when the text does. FNV-1a from both ends, in base 36: it tells versions apart, and guards nothing.
 *
 * @example
 * markOf('a') === markOf('b') // => false
 */
export function markOf(text: string): string {
  let [there, back] = [2_166_136_261, 2_166_136_261]
  for (let at = 0; at < text.length; at++) {
    there = Math.imul(there ^ text.charCodeAt(at), 16_777_619) >>> 0
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - at), 16_777_619) >>> 0
  }
  return there.toString(36) + back.toString(36)
}

const longestId = 120

/**
 * A stable id made of several: joined by `/`; what would be too long for an id is cut, and told apart by its mark.
 *
 * @example
 * joinedId(['arland/no-bases', 'activity', 'call-2011']) // => 'arland/no-bases/activity/call-2011'
 */
export function joinedId(parts: readonly string[]): string {
  const whole = parts.join('/')
  if (whole.length <= longestId) return whole
  return `${whole.slice(0, longestId - 16).replace(/[^a-z0-9]+$/, '')}-${markOf(whole)}`
}
