import { userInfo } from 'node:os'
import { SoundingsError } from '#domain/errors'
import { Id } from '#domain/reference'
import { type Handling, handlings } from '#domain/support'

/** What a process needs to know to open a workspace. Read once, at the door. */
export interface Config {
  /** folder, or postgres://… */
  readonly workspace: string
  /** who writes */
  readonly by: string
  /** what this process may see at most; by default all that its database role may see */
  readonly clearance: Handling | undefined
  /** the assessor who works here: of ratings in open rounds only his own are seen */
  readonly assessor?: string | undefined
  /** the instant at which time stands still, for what must come out alike each time; by default the server's clock runs */
  readonly clock?: string | undefined
  /** folder of imported datasets; by default the workspace's own, if it is a folder */
  readonly files?: string | undefined
  /** the time, in UTC and ISO 8601 */
  readonly now: () => string
}

/**
 * Reads the configuration from options of the call and from the environment: SOUNDINGS_WORKSPACE (default
 * ./soundings-workspace), SOUNDINGS_USER (default: the name of the account), SOUNDINGS_CLEARANCE,
 * SOUNDINGS_ASSESSOR, SOUNDINGS_FILES.
 *
 * @throws SoundingsError `call-invalid` for a clearance that is none, or an assessor whose id is none
 */
export function readConfig(
  options: { readonly workspace?: string | undefined; readonly clearance?: string | undefined },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const asked = options.clearance ?? environment['SOUNDINGS_CLEARANCE']
  const clearance = handlings.find((handling) => handling === asked)
  if (asked !== undefined && clearance === undefined)
    throw new SoundingsError('call-invalid', `a clearance is one of ${handlings.join(', ')}`, {
      place: { value: asked },
    })
  const assessor = environment['SOUNDINGS_ASSESSOR'] || undefined
  if (assessor !== undefined && !Id.safeParse(assessor).success)
    throw new SoundingsError('call-invalid', 'SOUNDINGS_ASSESSOR must be the id of an assessor', {
      place: { value: assessor },
    })
  return {
    workspace: options.workspace ?? environment['SOUNDINGS_WORKSPACE'] ?? './soundings-workspace',
    by: environment['SOUNDINGS_USER'] ?? accountName(),
    clearance,
    assessor,
    files: environment['SOUNDINGS_FILES'],
    now: () => new Date().toISOString(),
  }
}

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown' // an account without a name, as in some containers
  }
}
