import { MultiSelect, RangeSlider, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { multilateralRules, networkSources } from '#api/contract/network'
import { activityKindNames } from '#domain/activity'
import { activityKinds } from '#domain/activity-kinds.data'
import { StatePicker, StatesPicker } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import type { Asked } from './asked.ts'

interface Props {
  readonly asked: Asked
  readonly change: (more: Partial<Asked>) => void
  /** the years of which the source knows */
  readonly known: { readonly from: number; readonly to: number } | null
}

/** Whose activities make the network, in which years, and how an activity of many becomes ties. */
export function NetworkForm({ asked, change, known }: Props) {
  const { t, language } = useWords()
  const pick = <Word extends string>(words: readonly Word[], prefix: string) =>
    words.map((value) => ({ value, label: t(`network.${prefix}.${value}`) }))
  return (
    <form aria-label={t('network.ask')} onSubmit={(event) => event.preventDefault()}>
      <div className="choices" style={{ alignItems: 'end' }}>
        <Select
          label={t('network.source')}
          data={pick(networkSources, 'sourceOf')}
          value={asked.source}
          allowDeselect={false}
          onChange={(value) =>
            change({
              source: networkSources.find((one) => one === value) ?? 'ledger',
              ...{ from: null, to: null },
            })
          }
        />
        <StatePicker
          label={t(asked.source === 'ledger' ? 'network.whose' : 'network.focus')}
          value={asked.state}
          onChange={(state) => state !== null && change({ state })}
        />
        {asked.source === 'ledger' && (
          <MultiSelect
            label={t('network.kinds')}
            placeholder={asked.kinds.length === 0 ? t('network.cooperative') : ''}
            data={activityKindNames.map((value) => ({ value, label: activityKinds[value].title[language] }))}
            value={[...asked.kinds]}
            onChange={(kinds) => change({ kinds })}
            searchable
            clearable
          />
        )}
        <StatesPicker
          label={t('network.among')}
          value={[...asked.among]}
          onChange={(among) => change({ among })}
        />
        {asked.source !== 'dcad' && asked.source !== 'sipri-arms' && (
          <Select
            label={t('network.multilateral')}
            data={pick(multilateralRules, 'ruleOf')}
            value={asked.multilateral}
            allowDeselect={false}
            onChange={(value) =>
              change({ multilateral: multilateralRules.find((one) => one === value) ?? 'shared' })
            }
          />
        )}
        {asked.source === 'sipri-arms' && (
          <Select
            label={t('network.weight')}
            data={pick(['activities', 'tiv'], 'weightOf')}
            value={asked.weight}
            allowDeselect={false}
            onChange={(value) => change({ weight: value === 'tiv' ? 'tiv' : 'activities' })}
          />
        )}
        <Select
          label={t('network.paths')}
          data={pick(['steps', 'strength'], 'pathsOf')}
          value={asked.paths}
          allowDeselect={false}
          onChange={(value) => change({ paths: value === 'strength' ? 'strength' : 'steps' })}
        />
      </div>
      {known !== null && known.from < known.to && (
        <YearSlider key={`${asked.source} ${known.from} ${known.to}`} {...{ asked, change, known }} />
      )}
    </form>
  )
}

function YearSlider({ asked, change, known }: Props & { known: { from: number; to: number } }) {
  const { t } = useWords()
  const [years, setYears] = useState<[number, number]>([asked.from ?? known.from, asked.to ?? known.to])
  return (
    <Stack gap={2} mt="sm" mb="lg" maw={620}>
      <Text size="sm" fw={500}>
        {t('network.years')}: <span className="number">{`${years[0]}–${years[1]}`}</span>
      </Text>
      <RangeSlider
        min={known.from}
        max={known.to}
        minRange={0}
        value={years}
        onChange={setYears}
        onChangeEnd={([from, to]) => change({ from, to })}
        thumbFromLabel={t('network.fromYear')}
        thumbToLabel={t('network.toYear')}
        label={null}
        mx="xs"
        marks={[
          { value: known.from, label: String(known.from) },
          { value: known.to, label: String(known.to) },
        ]}
      />
    </Stack>
  )
}
