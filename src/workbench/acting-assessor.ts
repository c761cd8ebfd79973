import { SoundingsError } from '#domain/errors'
import { Id } from '#domain/reference'
import { assessorOf } from '#storage/rating-rooms'
import { readRecord } from '#storage/read-records'
import type { Workbench } from './workbench.ts'

/** Who works here: the assessor, if one is named, and whether somebody else may be named in his place. */
export interface Acting {
  readonly assessor: string | undefined
  /** true if the configuration or the database role says who it is */
  readonly bound: boolean
}

/**
 * The workbench as one assessor sees it, for one call. On a shared machine who one says one is is a matter of trust; a
 * database role that is bound to an assessor is that one, whatever is said.
 *
 * @param assessor id of the assessor who calls; undefined leaves the workbench as it is
 * @throws SoundingsError `call-invalid`, `record-unknown`; `not-allowed` if the role or the configuration names another
 */
export async function actingAs(workbench: Workbench, assessor: string | undefined): Promise<Workbench> {
  if (assessor === undefined || assessor === '') return workbench
  const { database, config } = workbench
  if (!Id.safeParse(assessor).success)
    throw new SoundingsError('call-invalid', 'who calls must be the id of an assessor', {
      place: { value: assessor },
      advice: 'Choose who you are in the rating room.',
    })
  if (config.assessor !== undefined && config.assessor !== assessor)
    throw notYou(assessor, `this workbench was opened by ${config.assessor}`)
  const db = database.as(assessor)
  const me = await assessorOf(db)
  if (me !== assessor)
    throw notYou(assessor, `this database role is ${me === undefined ? 'no assessor' : `assessor ${me}`}`)
  if ((await readRecord(db, 'assessor', assessor)) === undefined)
    throw new SoundingsError('record-unknown', `there is no assessor ${assessor}`, {
      place: { value: assessor },
      advice: 'Choose who you are in the rating room.',
    })
  return {
    ...workbench,
    database: { ...database, db },
    author: (why) => {
      const author = workbench.author(why)
      return { ...author, by: `${assessor} (${author.by})` }
    },
  }
}

/** Who works here, as the database has it. */
export async function actingNow({ database, config }: Workbench): Promise<Acting> {
  const probe = 'nobody'
  const role = await assessorOf(database.as(probe)) // a role that is bound is itself, whatever is said
  return {
    assessor: await assessorOf(database.db),
    bound: config.assessor !== undefined || (role !== undefined && role !== probe),
  }
}

function notYou(assessor: string, because: string): SoundingsError {
  return new SoundingsError('not-allowed', `you cannot act as ${assessor}: ${because}`)
}
