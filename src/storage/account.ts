import { readFileSync, statSync } from 'node:fs'
import { SoundingsError } from '#domain/errors'

/** The account under which the private server runs; undefined for the account of this process. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. When this process is root, the server runs as the owner of an existing data
 * folder, or as `nobody` for a new one; otherwise as the user who runs this process.
 *
 * @throws SoundingsError `workspace-unusable` if the data folder belongs to another user
 */
export function serverAccount(dataFolder: string | undefined): Account | undefined {
  const own = process.getuid?.()
  if (own === undefined) return undefined
  const owner = dataFolder === undefined ? undefined : statSync(dataFolder)
  if (own !== 0) {
    if (owner !== undefined && owner.uid !== own)
      throw new SoundingsError(
        'workspace-unusable',
        `${dataFolder} belongs to another user (uid ${owner.uid})`,
        {
          advice: 'Run Soundings as that user, or use a workspace of your own.',
        },
      )
    return undefined
  }
  return owner === undefined ? unprivileged() : { uid: owner.uid, gid: owner.gid }
}

function unprivileged(): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) }
}
