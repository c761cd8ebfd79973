import type { DatasetDescription } from './dataset.ts'
import { eventColumns, eventTable, goldsteinColumn, noDay } from './events.ts'

/** POLECAT writes None where nothing is coded. */
const coded = (sql: string) => `nullif(${sql}, 'None')`

/** Events in the PLOVER ontology: the POLECAT files, and records in PLOVER's JSON. */
export const polecat: DatasetDescription = {
  id: 'polecat',
  title: 'POLECAT: political events in the PLOVER ontology',
  producer: 'Andrew Halterman, Benjamin Bagozzi, Andreas Beger, Philip Schrodt, Grace Scarborough',
  citation:
    'Halterman, Andrew, Benjamin Bagozzi, Andreas Beger, Philip Schrodt and Grace Scarborough (2023), PLOVER and POLECAT: A New Political Event Ontology and Dataset, ISA Annual Convention; doi:10.7910/DVN/AJGVIT.',
  licence: 'CC0 1.0',
  version: '2018–',
  url: 'https://doi.org/10.7910/DVN/AJGVIT',
  quirks: [
    'Types are words (AGREE, CONSULT, ASSAULT …) with a mode beside; they are no CAMEO codes.',
    'An actor may have several countries, separated by semicolons: the first is taken.',
    'What is not coded is written None; some files end their lines in tabs that hold nothing.',
    'In PLOVER JSON a symmetric event lists both sides as sources.',
  ],
  tables: [
    {
      ...eventTable,
      columns: [
        ...eventColumns,
        {
          ...goldsteinColumn,
          about: 'intensity: conflict (−10) to cooperation (+10)',
          unit: 'PLOVER intensity',
        },
        { name: 'mode', about: 'mode of the event', type: 'text', missing: 'the type has none' },
        {
          name: 'quad',
          about: 'verbal or material, cooperation or conflict',
          type: 'text',
          missing: 'not in the file',
        },
        { name: 'context', about: 'what it was about', type: 'text', missing: 'not coded' },
        { name: 'event', about: 'number of the event', type: 'text' },
      ],
      key: [],
      coverage: { from: 2018, to: 2026, states: 'the world', universe: 'any' },
      layouts: [
        ...(['tsv', 'csv'] as const).map((format) => ({
          id: `polecat-${format}`,
          about: `the producer’s columns (Event ID, Event Type, Actor Country …), ${format === 'tsv' ? 'tabs' : 'commas'} between`,
          columns: [
            'Event ID',
            'Event Date',
            'Event Type',
            'Event Mode',
            'Intensity',
            'Quad Code',
            'Contexts',
            'Actor Name',
            'Actor Country',
            'Recipient Name',
            'Recipient Country',
          ],
          format,
          year: null,
          states: [
            {
              as: 'source',
              code: coded(`trim(split_part("Actor Country", ';', 1))`),
              scheme: 'iso3' as const,
              optional: true,
            },
            {
              as: 'target',
              code: coded(`trim(split_part("Recipient Country", ';', 1))`),
              scheme: 'iso3' as const,
              optional: true,
            },
          ],
          select: {
            date: 'day("Event Date")',
            source_actor: coded('"Actor Name"'),
            target_actor: coded('"Recipient Name"'),
            code: 'upper("Event Type")',
            goldstein: 'amount("Intensity")',
            mode: coded('"Event Mode"'),
            quad: coded('"Quad Code"'),
            context: coded('"Contexts"'),
            event: '"Event ID"',
          },
          rejects: [noDay('day("Event Date")', 'YYYY-MM-DD')],
        })),
        {
          id: 'plover-json',
          about: 'PLOVER records: id, date, event, source and target with code and sector',
          columns: ['id', 'date', 'event', 'mode', 'context', 'source', 'target'],
          format: 'json',
          year: null,
          states: [
            {
              as: 'source',
              code: "case when json_valid(source) then json_extract_string(source, '$[0].code') end",
              scheme: 'cameo',
              optional: true,
            },
            {
              as: 'target',
              code: "coalesce(case when json_valid(target) then json_extract_string(target, '$[0].code') end, case when json_valid(source) then json_extract_string(source, '$[1].code') end)",
              scheme: 'cameo',
              optional: true,
            },
          ],
          select: {
            date: 'day(date)',
            source_actor:
              "case when json_valid(source) then json_extract_string(source, '$[0].actorText') end",
            target_actor:
              "coalesce(case when json_valid(target) then json_extract_string(target, '$[0].actorText') end, case when json_valid(source) then json_extract_string(source, '$[1].actorText') end)",
            code: 'upper(event)',
            mode: 'mode',
            context: 'context',
            event: 'id',
          },
          rejects: [noDay('day(date)', 'YYYY-MM-DD')],
        },
      ],
    },
  ],
}
