import { Group, NumberInput, Select, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import type { Criterion, Framework } from '#domain/framework'
import { branchOf, movedUnder, partsOf, withCriterion } from '#domain/framework-tree'
import { measures } from '#domain/measure'
import { useWords } from '../language.ts'
import { type Draft, faultAt, withField } from './draft.ts'
import { ScaleForm } from './ScaleForm.tsx'
import { SourcesForm } from './SourcesForm.tsx'

const counts = [
  'agreements-in-force',
  'mechanism-vitality',
  'longevity',
  'crisis-mechanisms',
  'binding-rules',
] as const satisfies readonly Criterion['fromRecords'][]
const top = '(top)'

/** One criterion to be written: every field with the schema's message beneath it. */
export function CriterionForm({ draft, criterion }: { draft: Draft; criterion: Criterion }) {
  const { t, language } = useWords()
  const { code } = criterion
  const { criteria } = draft.now
  const set = <F extends keyof Criterion>(field: F, value: Criterion[F] | undefined) =>
    draft.edit((framework) => withCriterion(framework, code, (one) => withField(one, field, value)))
  const wrong = (field: string) => faultAt(draft.faults, code, field)
  const leaf = partsOf(criteria, code).length === 0
  const text = (field: 'titleVi' | 'definition' | 'definitionVi' | 'evidence' | 'evidenceVi' | 'unit') => ({
    label: t(`frameworks.${field}`),
    value: criterion[field] ?? '',
    error: wrong(field),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(field, event.currentTarget.value === '' ? undefined : event.currentTarget.value),
  })
  const within = branchOf(criteria, code)
  const name = (one: Criterion) => (language === 'vi' ? one.titleVi : undefined) ?? one.title
  const [zero, one] = criterion.goalposts ?? [Number.NaN, Number.NaN]
  const setGoalpost = (at: 0 | 1, value: number) => {
    const pair: [number, number] = at === 0 ? [value, one] : [zero, value]
    set('goalposts', pair.every(Number.isNaN) ? undefined : pair)
  }
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={t('frameworks.title_')}
          required
          value={criterion.title}
          error={wrong('title')}
          onChange={(event) => set('title', event.currentTarget.value)}
        />
        <TextInput {...text('titleVi')} />
        <Textarea autosize minRows={2} {...text('definition')} />
        <Textarea autosize minRows={2} {...text('definitionVi')} />
        <Textarea autosize minRows={1} {...text('evidence')} />
        <Textarea autosize minRows={1} {...text('evidenceVi')} />
        <NumberInput
          label={t('frameworks.weight')}
          description={t('frameworks.weightNote')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={shown(criterion.weight)}
          error={wrong('weight')}
          step={0.5}
          decimalScale={4}
          onChange={(value) => set('weight', asNumber(value))}
        />
        <Select
          label={t('frameworks.parent')}
          description={t('frameworks.parentNote')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          searchable
          allowDeselect={false}
          data={[
            { value: top, label: t('frameworks.top') },
            ...criteria
              .filter((other) => !within.includes(other.code))
              .map((other) => ({ value: other.code, label: name(other) })),
          ]}
          value={criterion.parent ?? top}
          error={wrong('parent') ?? wrong('code')}
          onChange={(value) =>
            draft.edit((framework) =>
              movedTo(framework, code, value === top || value === null ? undefined : value),
            )
          }
        />
      </SimpleGrid>
      {leaf && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Select
            label={t('frameworks.measure')}
            searchable
            clearable
            data={[
              ...measures.map(({ id, title }) => ({ value: id, label: title[language] })),
              ...(criterion.measure === undefined || measures.some(({ id }) => id === criterion.measure)
                ? []
                : [{ value: criterion.measure, label: criterion.measure }]),
            ]}
            value={criterion.measure ?? null}
            error={wrong('measure')}
            onChange={(value) => set('measure', value ?? undefined)}
          />
          <Select
            label={t('frameworks.fromRecords')}
            clearable
            data={counts.map((value) => ({ value, label: t(`frameworks.counted.${value}`) }))}
            value={criterion.fromRecords ?? null}
            onChange={(value) =>
              set(
                'fromRecords',
                counts.find((known) => known === value),
              )
            }
          />
          <NumberInput
            label={t('frameworks.goalpostZero')}
            value={shown(zero)}
            error={wrong('goalposts')}
            onChange={(value) => setGoalpost(0, asNumber(value))}
          />
          <NumberInput
            label={t('frameworks.goalpostOne')}
            value={shown(one)}
            onChange={(value) => setGoalpost(1, asNumber(value))}
          />
          <TextInput {...text('unit')} />
          <Select
            label={t('frameworks.direction')}
            clearable
            placeholder={t('frameworks.directionFollows')}
            data={(['more-is-deeper', 'less-is-deeper'] as const).map((value) => ({
              value,
              label: t(`frameworks.directions.${value}`),
            }))}
            value={criterion.direction ?? null}
            error={wrong('direction')}
            onChange={(value) => set('direction', value ?? undefined)}
          />
          <Group align="flex-end" h="100%">
            <Switch
              label={t('frameworks.logarithmic')}
              checked={criterion.logarithmic ?? false}
              error={wrong('logarithmic')}
              onChange={(event) => set('logarithmic', event.currentTarget.checked ? true : undefined)}
            />
          </Group>
        </SimpleGrid>
      )}
      {leaf && <ScaleForm scale={criterion.scale} wrong={wrong} set={(scale) => set('scale', scale)} />}
      <SourcesForm supports={criterion.restsOn} wrong={wrong} set={(restsOn) => set('restsOn', restsOn)} />
    </Stack>
  )
}

function movedTo(framework: Framework, code: string, parent: string | undefined): Framework {
  const now = framework.criteria.find((one) => one.code === code)?.parent
  return now === parent ? framework : movedUnder(framework, code, parent)
}

/** A field that is empty holds no number; the schema says so at the field. */
function asNumber(value: number | string): number {
  return value === '' ? Number.NaN : Number(value)
}

function shown(value: number): number | '' {
  return Number.isNaN(value) ? '' : value
}
