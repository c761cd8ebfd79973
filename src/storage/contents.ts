import type { Kysely } from 'kysely'
import type { DocumentText } from '#domain/document'
import type { Handling } from '#domain/support'
import type { Tables } from './tables.ts'

/** Stores the bytes and text of a document; the same bytes are stored once. */
export async function storeContent(
  db: Kysely<Tables>,
  content: DocumentText & { readonly sha256: string; readonly bytes: Buffer; readonly handling: Handling },
): Promise<void> {
  const { sha256, bytes, text, pageStarts, handling } = content
  await db
    .insertInto('content')
    .values({ sha256, bytes, text, page_starts: JSON.stringify(pageStarts), handling })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** The text of a document by the SHA-256 of its bytes, or undefined. */
export async function readContent(db: Kysely<Tables>, sha256: string): Promise<DocumentText | undefined> {
  const row = await db
    .selectFrom('content')
    .select(['text', 'page_starts'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row === undefined ? undefined : { text: row.text, pageStarts: row.page_starts }
}
