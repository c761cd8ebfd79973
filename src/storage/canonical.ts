import canonicalize from 'canonicalize'

/**
 * JSON with its keys in order and its numbers in one spelling (RFC 8785): equal values give equal bytes.
 *
 * @throws RangeError for what JSON cannot hold, such as NaN
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new RangeError('canonical: value must be JSON, got undefined')
  return text
}
