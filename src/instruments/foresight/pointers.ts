import type { Forecast } from '#domain/forecast'
import type { Question } from '#domain/question'
import type { Resolution } from '#domain/resolution'
import type { Pointer } from './model.ts'

/** A pointer to a question: the source that it rests on, else who resolves it. */
export function questionPointer({ id, restsOn, resolver }: Question): Pointer {
  return pointer('question', id, restsOn, resolver)
}

/** A pointer to a resolution: the source that it rests on, else who resolved it. */
export function resolutionPointer({ id, restsOn, by }: Resolution): Pointer {
  return pointer('resolution', id, restsOn, by)
}

/** A pointer to a forecast: whose it is. */
export function forecastPointer({ id, assessor }: Pick<Forecast, 'id' | 'assessor'>): Pointer {
  return pointer('forecast', id, undefined, assessor)
}

function pointer(kind: string, id: string, restsOn: Question['restsOn'], otherwise: string): Pointer {
  const [first] = restsOn ?? []
  return { kind, id, source: first?.source ?? otherwise, locator: first?.locator ?? null }
}
