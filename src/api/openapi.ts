import { z } from 'zod'
import { Problem } from './contract/job.ts'
import { assessorHeader } from './contract/ratings.ts'
import { type Endpoint, endpoints } from './contract.ts'

/** The API described as OpenAPI 3.1, made from the contract. */
export function openApi(version: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints))
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(name, endpoint) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Soundings',
      version,
      description: 'A workbench for analysts of foreign relations. Records, judgements, analyses.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  }
}

function operation(name: string, endpoint: Endpoint): Readonly<Record<string, unknown>> {
  const { about, path, query, body, answer, media = 'application/json', medias } = endpoint
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => ({
    name: key,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    operationId: name,
    summary: about,
    parameters: [...inPath, ...(query === undefined ? [] : queryParameters(query)), assessor],
    ...(endpoint.bytes ? { requestBody: octets } : {}),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }),
    responses: {
      200: {
        description: 'done',
        content: Object.fromEntries(
          Object.values(medias ?? { media }).map((type) => [type, { schema: schemaOf(answer, 'output') }]),
        ),
      },
      default: {
        description: 'a problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const assessor = {
  name: assessorHeader,
  in: 'header',
  required: false,
  description: 'id of the assessor as whom the call is made: of ratings in open rounds only his own are seen',
  schema: { type: 'string' },
}

function queryParameters(query: z.ZodType): readonly unknown[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  } // a JSON Schema of an object
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(schema.description === undefined ? {} : { description: schema.description }),
    schema,
  }))
}

/** The JSON Schema of a Zod schema, as it is taken (`input`) or given (`output`). */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Readonly<Record<string, unknown>> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const octets = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
}
