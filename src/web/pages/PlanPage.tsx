import { Alert, Select, Stack, Text, Title } from '@mantine/core'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Plan } from '#domain/plan'
import type { Relation } from '#domain/relation'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { type Known, useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'
import { PlanEditor } from '../plans/PlanEditor.tsx'
import { WithBaseline } from '../plans/WithBaseline.tsx'

/** One saved plan, to be moved and saved again. */
export function PlanPage() {
  const { _splat: id = '' } = useParams({ from: '/plans/$' })
  const { t } = useWords()
  const plans = useEvery('plan')
  const relations = useEvery('relation')
  return (
    <Loaded query={plans}>
      {(all) => (
        <Loaded query={relations}>
          {(known) => {
            const plan = all.find((one) => one.id === id)
            const relation = known.find((one) => one.id === plan?.body.relation)
            if (plan === undefined || relation === undefined)
              return (
                <Alert color="red" role="alert">
                  {t('error.record-unknown')}: {id}
                </Alert>
              )
            return (
              <Planning
                key={`${id} ${plan.version}`}
                relation={relation.body}
                plan={plan.body}
                version={plan.version}
                plans={all}
              />
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

/** A plan that is not saved yet. */
export function NewPlanPage() {
  const { relation: id = '' } = useSearch({ from: '/plans/new' })
  const { t } = useWords()
  const plans = useEvery('plan')
  const relations = useEvery('relation')
  const frameworks = useEvery('framework')
  const [chosen, choose] = useState<string | null>(null)
  return (
    <Loaded query={frameworks}>
      {(trees) => (
        <Loaded query={relations}>
          {(known) => {
            const relation = known.find((one) => one.id === id)
            const framework = trees.find((one) => one.id === (chosen ?? 'relations-depth')) ?? trees[0]
            if (relation === undefined || framework === undefined)
              return (
                <Alert color="red" role="alert">
                  {t('error.record-unknown')}: {id}
                </Alert>
              )
            return (
              <Stack gap="md">
                {trees.length > 1 && (
                  <Select
                    label={t('frameworks.framework')}
                    maw={360}
                    allowDeselect={false}
                    data={trees.map((one) => ({ value: one.id, label: one.label }))}
                    value={framework.id}
                    onChange={choose}
                  />
                )}
                <Loaded query={plans}>
                  {(all) => (
                    <Planning
                      key={`${id} ${framework.id}`}
                      relation={relation.body}
                      plan={freshPlan(relation.body, framework.id, all, t('plans.title'))}
                      version={undefined}
                      plans={all}
                    />
                  )}
                </Loaded>
              </Stack>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

interface PlanningProps {
  readonly relation: Relation
  readonly plan: Plan
  readonly version: number | undefined
  readonly plans: readonly Known<'plan'>[]
}

function Planning({ relation, plan, version, plans }: PlanningProps) {
  const { t, language } = useWords()
  const beside = plans.filter(
    ({ body }) => body.relation === relation.id && body.framework === plan.framework,
  )
  // the plan as it was when the page opened: what is edited must not be overtaken by what is fetched
  const [opened] = useState(plan)
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {opened.title}
        </Title>
        <Text className="quiet">
          {(language === 'vi' ? relation.titleVi : undefined) ?? relation.title} ·{' '}
          {t('plans.due').toLowerCase()} {opened.year} ·{' '}
          <PageLink to="/frameworks/$" params={{ _splat: plan.framework }} underline="always">
            {plan.framework}
          </PageLink>{' '}
          ·{' '}
          <PageLink to="/plans" search={{ relation: relation.id }} underline="always">
            {t('plans.whose')}
          </PageLink>
          {opened.illustrative === true && ` · ${t('plans.illustrative')}`}
        </Text>
      </div>
      <WithBaseline relation={relation} framework={plan.framework}>
        {(baseline) => (
          <PlanEditor
            relation={relation}
            baseline={baseline}
            plan={opened}
            version={version}
            plans={beside}
          />
        )}
      </WithBaseline>
    </Stack>
  )
}

const ahead = 5

/** A plan five years ahead under an id that is free. */
function freshPlan(
  relation: Relation,
  framework: string,
  plans: readonly Known<'plan'>[],
  title: string,
): Plan {
  const year = new Date().getFullYear() + ahead
  const base = `${relation.id}/${year}`
  const taken = new Set(plans.map(({ id }) => id))
  let id = base
  for (let at = 2; taken.has(id); at++) id = `${base}-${at}`
  return {
    id,
    title: `${title} ${year}: ${relation.title}`,
    relation: relation.id,
    framework,
    year,
    targets: [],
  }
}
