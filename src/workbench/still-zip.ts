import JSZip from 'jszip'

/**
 * The same Word document with the dates of its parts, and of its making, set to one time, and its marks and pictures numbered
 * from 1: the library counts them over the life of the program. So the same content gives the same bytes. Parts are written in
 * the order of their names.
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
  for (const part of parts) still.file(part.name, await stillPart(part, date), { date, createFolders: false })
  return still.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}

async function stillPart(part: JSZip.JSZipObject, date: Date): Promise<string | Uint8Array> {
  if (part.name === 'docProps/core.xml')
    return (await part.async('string')).replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${date.toISOString()}`)
  if (part.name === 'word/document.xml')
    return renumbered(
      renumbered(await part.async('string'), /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)/g),
      /(<wp:docPr id=")(\d+)/g,
    )
  return part.async('uint8array')
}

function renumbered(xml: string, marks: RegExp): string {
  const numbers = new Map<string, number>()
  return xml.replace(marks, (_, before: string, given: string) => {
    const number = numbers.get(given) ?? numbers.size + 1
    numbers.set(given, number)
    return `${before}${number}`
  })
}
