import { Button, Checkbox, Stack, Text, Title } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { isMissing } from '#domain/missing'
import type { Plan } from '#domain/plan'
import type { Relation } from '#domain/relation'
import { gainsAtOnce, planGains } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import type { Known } from '../every-record.ts'
import { useWords } from '../language.ts'
import type { Baseline } from './baseline.ts'
import { gainText } from './gain-text.ts'
import { RankedGains } from './RankedGains.tsx'
import { SavePlan } from './SavePlan.tsx'
import { Scenarios } from './Scenarios.tsx'
import { type Aim, TargetRow } from './TargetRow.tsx'

interface PlanEditorProps {
  readonly relation: Relation
  readonly baseline: Baseline
  /** what is edited; without a version it is not saved yet */
  readonly plan: Plan
  readonly version: number | undefined
  readonly plans: readonly Known<'plan'>[]
}

/** Targets for every leaf, and what they gain, redrawn while they are moved. */
export function PlanEditor({ relation, baseline, plan, version, plans }: PlanEditorProps) {
  const { t, language } = useWords()
  const [aims, setAims] = useState<Readonly<Record<string, Aim>>>(() =>
    Object.fromEntries(plan.targets.map(({ leaf, ...aim }) => [leaf, aim])),
  )
  const [onlyAims, setOnlyAims] = useState(false)
  const { framework, request, leaves } = baseline
  const targets = useMemo(
    () => Object.entries(aims).map(([leaf, aim]): Plan['targets'][number] => ({ leaf, ...aim })),
    [aims],
  )
  const now = { ...plan, targets }
  const fast = useMemo(
    () => gainsAtOnce(framework, request, leaves, targets),
    [framework, request, leaves, targets],
  )
  const settled = useDeferredValue(now.targets)
  const slow = useMemo(
    () => planGains(framework, request, leaves, { ...plan, targets: settled }),
    [framework, request, leaves, plan, settled],
  )
  const known = new Set(leaves.map(({ code }) => code))
  const gone = targets.filter(({ leaf }) => !known.has(leaf)).map(({ leaf }) => leaf)
  // a target for what is not known moves the whole, but nobody can say by how much the relation itself would move
  const blind = targets.filter(({ leaf }) =>
    leaves.some(({ code, share }) => code === leaf && isMissing(share)),
  ).length
  const shown = leaves
    .toSorted((a, b) => Number(b.weight > 0) - Number(a.weight > 0))
    .filter(({ code }) => !onlyAims || aims[code] !== undefined)
  const aim = (code: string, next: Aim | null) => {
    const { [code]: _, ...rest } = aims
    setAims(next === null ? rest : { ...aims, [code]: next })
  }
  const { planned } = slow
  const interval = !isMissing(planned) && settled === targets ? planned.interval : null
  return (
    <Stack gap="lg">
      <section aria-label={t('plans.planned')} className="planned" aria-live="polite">
        <Text size="sm">{t('plans.planned')}</Text>
        <Text className="number" fz={26} fw={600}>
          {isMissing(fast.planned)
            ? fast.planned.because
            : cellText({ value: fast.planned, interval }, language)}
        </Text>
        {!isMissing(fast.planned) && !isMissing(fast.now) && (
          <Text size="sm" className="quiet number">
            {t('plans.fromNow', {
              now: cellText(fast.now, language),
              gain: gainText(fast.planned - fast.now, language),
            })}
          </Text>
        )}
        {blind > 0 && (
          <Text size="sm" className="quiet">
            {t('plans.blind', { count: blind })}
          </Text>
        )}
      </section>
      <RankedGains leaves={leaves} targets={targets} gains={fast.gains} levers={slow.levers} />
      <section aria-label={t('plans.targets')}>
        <Title order={2} fz="lg">
          {t('plans.targets')}
        </Title>
        <Text size="sm" className="quiet">
          {t('plans.effortNote')}
        </Text>
        {gone.length > 0 && (
          <Text size="sm" c="sand.7">
            {t('plans.gone', { leaves: gone.join(', ') })}{' '}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() =>
                setAims(Object.fromEntries(Object.entries(aims).filter(([code]) => known.has(code))))
              }
            >
              {t('plans.drop', { name: gone.join(', ') })}
            </Button>
          </Text>
        )}
        <Checkbox
          my="xs"
          label={t('plans.onlyTargets')}
          checked={onlyAims}
          onChange={(event) => setOnlyAims(event.currentTarget.checked)}
        />
        <ul className="targets">
          {shown.map((leaf) => (
            <TargetRow
              key={leaf.code}
              leaf={leaf}
              aim={aims[leaf.code]}
              gain={fast.gains.get(leaf.code)}
              set={(next) => aim(leaf.code, next)}
            />
          ))}
        </ul>
      </section>
      <SavePlan
        relation={relation}
        baseline={baseline}
        plan={now}
        saved={version === undefined ? undefined : plan}
        plans={plans}
      />
      <Scenarios baseline={baseline} plans={plans} current={{ ...plan, targets: settled }} />
    </Stack>
  )
}
