import { tablesIn } from '#domain/table'
import { words } from './words.data.ts'

/** Makes a table in one language. */
export const exhibit = tablesIn(words)
