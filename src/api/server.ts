import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { secureHeaders } from 'hono/secure-headers'
import type { z } from 'zod'
import { SoundingsError } from '#domain/errors'
import { issueWords } from '#domain/issue-words'
import { actingAs } from '#workbench/acting-assessor'
import { version } from '#workbench/version'
import type { Workbench } from '#workbench/workbench'
import { assessorHeader } from './contract/ratings.ts'
import { type Endpoint, type EndpointName, endpoints } from './contract.ts'
import { handlers, type JsonText } from './handlers.ts'
import { openApi } from './openapi.ts'
import { problemOf } from './problem.ts'

const largestBody = 150 * 1024 * 1024

export interface ServeOptions {
  readonly host: string
  readonly port: number
  /** folder of the built web app, or undefined to serve the API alone */
  readonly web: string | undefined
  /** told of every fault that is not in the catalogue */
  readonly onFault: (cause: unknown) => void
}

export interface Served {
  readonly url: string
  close(): Promise<void>
}

/**
 * The API and the web app over one workspace.
 *
 * @param names host names under which it may be called: a page elsewhere must not reach it by another name
 */
export function createApp(
  workbench: Workbench,
  options: Pick<ServeOptions, 'web' | 'onFault'>,
  names: readonly string[],
): Hono {
  const app = new Hono()
  app.use(secureHeaders({ contentSecurityPolicy: policy, crossOriginEmbedderPolicy: false }))
  app.use(async (context, next) => {
    refuseStrangers(context, names)
    await next()
  })
  const limit = bodyLimit({
    maxSize: largestBody,
    onError: () => {
      throw new SoundingsError('file-too-large', 'the body is larger than 150 MiB')
    },
  })
  app.use('/api/*', except(endpoints.uploadFile.path, limit))
  app.get('/api/openapi.json', (context) => context.json(openApi(version)))
  for (const name of Object.keys(endpoints) as EndpointName[]) register(app, workbench, name) // the keys of `endpoints`
  app.all('/api/*', () => {
    throw new SoundingsError('record-unknown', 'there is nothing at this address of the API')
  })
  if (options.web !== undefined) {
    app.use('/*', serveStatic({ root: options.web }))
    app.get('/*', serveStatic({ root: options.web, path: 'index.html' })) // the page finds its way itself
  }
  app.onError((cause, context) => {
    if (!(cause instanceof SoundingsError)) options.onFault(cause)
    const problem = problemOf(cause)
    context.header('content-type', 'application/problem+json')
    return context.body(JSON.stringify(problem), problem.status as 400) // a status of the catalogue
  })
  return app
}

const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'unsafe-eval'"], // Vega compiles its expressions
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
}

function refuseStrangers(context: Context, names: readonly string[]): void {
  const nameOf = (host: string) => host.replace(/:\d+$/, '')
  const host = context.req.header('host') ?? ''
  const origin = context.req.header('origin')
  const foreign = origin !== undefined && context.req.method !== 'GET' && new URL(origin).host !== host
  if (!names.includes(nameOf(host)) || foreign)
    throw new SoundingsError('not-allowed', 'this workspace answers only pages of its own')
}

function register(app: Hono, workbench: Workbench, name: EndpointName): void {
  const endpoint: Endpoint = endpoints[name]
  const handle = handlers[name] as (workbench: Workbench, call: object) => Promise<unknown> // each fits its own endpoint
  app.on(endpoint.method.toUpperCase(), endpoint.path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
    const query = endpoint.query && checked(endpoint.query, context.req.query(), 'query')
    const body = endpoint.bytes
      ? context.req.raw.body
      : endpoint.body && checked(endpoint.body, await jsonOf(context), 'body')
    context.header('cache-control', 'no-store') // what one may see is not kept for whoever sits down next
    const caller = await actingAs(workbench, context.req.header(assessorHeader))
    const answer = await handle(caller, { params: context.req.param(), query, body })
    if (isJsonText(answer)) return context.body(answer.jsonText, 200, { 'content-type': 'application/json' })
    if (endpoint.media === undefined) return context.json(answer as object)
    const format = (query as { readonly format?: string } | undefined)?.format ?? '' // where it names one
    const media = endpoint.medias?.[format] ?? `${endpoint.media}; charset=utf-8`
    if (name === 'report')
      context.header('content-disposition', `inline; filename="${context.req.param('id')}.${format}"`)
    return context.body(answer as string | Uint8Array<ArrayBuffer>, 200, { 'content-type': media }) // as the contract says
  })
}

function isJsonText(answer: unknown): answer is JsonText {
  return typeof answer === 'object' && answer !== null && 'jsonText' in answer
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json()
  } catch (cause) {
    if (cause instanceof SoundingsError) throw cause
    throw new SoundingsError('call-invalid', 'the body must be JSON', {
      cause,
      advice: 'Send application/json.',
    })
  }
}

function checked(schema: z.ZodType, value: unknown, where: string): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new SoundingsError('call-invalid', issueWords(issue, 'not as the API describes it'), {
    place: { field: [where, ...(issue?.path ?? [])].join('.') },
    advice: 'See /api/openapi.json.',
  })
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * Serves a workspace over HTTP until it is closed.
 *
 * @throws SoundingsError `port-taken` if somebody else listens there
 */
export async function serveWorkbench(workbench: Workbench, options: ServeOptions): Promise<Served> {
  const app = createApp(workbench, options, [...loopback, options.host])
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, ({ port }) => {
      resolve({
        url: `http://${options.host}:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.on('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === 'EADDRINUSE' || cause.code === 'EACCES'
          ? new SoundingsError('port-taken', `port ${options.port} cannot be used (${cause.code})`, { cause })
          : cause,
      )
    })
  })
}
