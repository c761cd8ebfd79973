import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Handling } from '#domain/support'
import { openWorkbench, type Workbench } from '#workbench/workbench'
import { url } from './server.ts'

/** The address of an empty workspace of its own, on the server of the test run. */
export async function freshWorkspace(): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({
    host: inject('socket'),
    user: 'postgres',
    password: inject('superuser'),
    database: 'postgres',
  })
  await client.connect()
  await client.query(`create database ${name} template template_soundings owner soundings`)
  await client.end()
  return url(inject('socket'), inject('secret'), name)
}

/** An empty workspace, open, with a clock that stands still. */
export async function freshWorkbench(
  workspace?: string,
  clearance?: Handling,
  files?: string,
  assessor?: string,
  clock = '2026-01-01T00:00:00.000Z',
): Promise<Workbench> {
  return openWorkbench({
    workspace: workspace ?? (await freshWorkspace()),
    by: 'tester',
    clearance,
    assessor,
    files,
    clock,
    now: () => clock,
  })
}

/** Another role of the database server, which may read the tables and sees what it is granted. */
export async function guestOf(workspace: string) {
  const name = `guest_${randomBytes(6).toString('hex')}`
  const { pathname } = new URL(workspace.replace('@/', '@socket/'))
  const about = { host: inject('socket'), database: pathname.slice(1) }
  const client = new pg.Client({ ...about, user: 'postgres', password: inject('superuser') })
  await client.connect()
  await client.query(`create role ${name} login password 'guest'`)
  await client.query(`grant select on all tables in schema public to ${name}`)
  return {
    address: workspace.replace(/soundings:[^@]*@/, `${name}:guest@`),
    grant: (handling: Handling) =>
      client.query(`insert into role_clearance values ('${name}', '${handling}')`),
    mayWrite: () => client.query(`grant insert, update, delete on all tables in schema public to ${name}`),
    is: (assessor: string) => client.query(`insert into role_assessor values ('${name}', '${assessor}')`),
    /** what the role itself reads from the tables, past the workbench */
    async reads<Row>(query: string): Promise<readonly Row[]> {
      const own = new pg.Client({ ...about, user: name, password: 'guest' })
      await own.connect()
      const { rows } = await own.query(query)
      await own.end()
      return rows as readonly Row[] // as the query names its columns
    },
    async drop() {
      await client.query(`drop owned by ${name}`)
      await client.query(`drop role ${name}`)
      await client.end()
    },
  }
}
