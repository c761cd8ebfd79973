import { Button } from '@mantine/core'
import { useState } from 'react'
import type { NetworkAnswer } from '#api/contract/network'
import { useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { useNodeName } from './words.ts'

/** States of which the source tells nothing, and those of which it knows that they have no tie. */
export function CoverageText({ network }: { network: NetworkAnswer }) {
  const { t } = useWords()
  const name = useNodeName(network)
  const alone = network.nodes.filter(({ community }) => community === 0)
  const partly = network.nodes.filter(
    ({ yearsCovered }) =>
      yearsCovered !== null &&
      network.years !== null &&
      yearsCovered < network.years.to - network.years.from + 1,
  )
  const stateName = useStateName()
  return (
    <dl className="facts">
      <div>
        <dt>{t('network.years')}</dt>
        <dd>
          {network.years === null
            ? t('network.noYears')
            : t('network.yearsOf', { ...network.years, activities: network.activities })}
        </dd>
      </div>
      {network.citation !== null && (
        <div>
          <dt>{t('network.source')}</dt>
          <dd>{network.citation}</dd>
        </div>
      )}
      <Listed
        title={t('network.covered')}
        names={network.nodes.filter(({ covered }) => covered).map(({ id }) => name(id))}
      />
      <Listed
        title={t('network.partly')}
        names={partly.map(({ id, yearsCovered }) => `${name(id)} (${yearsCovered})`)}
      />
      <Listed title={t('network.alone')} names={alone.map(({ id }) => name(id))} />
      <Listed
        title={t('network.notCovered')}
        names={network.notCovered.map(stateName)}
        note={t('network.notCoveredCount', { count: network.notCovered.length })}
      />
    </dl>
  )
}

/** How many, and which if one asks. */
function Listed({ title, names, note }: { title: string; names: readonly string[]; note?: string }) {
  const { t, language } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {names.length === 0 ? t('network.nobody') : (note ?? t('network.states', { count: names.length }))}{' '}
        {names.length > 0 && (
          <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('network.which')}
          </Button>
        )}
        {open && <div>{names.toSorted((a, b) => a.localeCompare(b, language)).join(', ')}</div>}
      </dd>
    </div>
  )
}
