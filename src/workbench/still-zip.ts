import JSZip from 'jszip'

/**
 * The same Word document with the dates of its parts, and of its making, set to one time, so that the same content gives the
 * same bytes. Parts are written in the order of their names.
 *
 * @param at ISO 8601
 */
export async function stillZip(document: Uint8Array, at: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(document)
  const date = new Date(at)
  const still = new JSZip()
  const parts = Object.values(zip.files)
    .filter(({ dir }) => !dir)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name } of parts) {
    const part = zip.file(name)
    if (part === null) continue
    const content =
      name === 'docProps/core.xml'
        ? (await part.async('string')).replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${date.toISOString()}`)
        : await part.async('uint8array')
    still.file(name, content, { date, createFolders: false })
  }
  return still.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}
