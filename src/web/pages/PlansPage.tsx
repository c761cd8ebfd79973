import { Alert, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Relation } from '#domain/relation'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { type Known, useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'
import { Scenarios } from '../plans/Scenarios.tsx'
import { WithBaseline } from '../plans/WithBaseline.tsx'

/** The plans of a relation beside where it stands now. */
export function PlansPage() {
  const { t, language } = useWords()
  const { relation: asked } = useSearch({ from: '/plans/' })
  const navigate = useNavigate()
  const relations = useEvery('relation')
  const plans = useEvery('plan')
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('plans.title')}
        </Title>
        <Text className="quiet">{t('plans.about')}</Text>
      </div>
      <Loaded query={relations}>
        {(known) => {
          const planned = plans.data?.[0]?.body.relation
          const relation =
            known.find(({ id }) => id === asked) ?? known.find(({ id }) => id === planned) ?? known[0]
          if (relation === undefined) return <Alert>{t('plans.none')}</Alert>
          return (
            <>
              <Group align="flex-end">
                <Select
                  label={t('plans.relation')}
                  searchable
                  allowDeselect={false}
                  w={300}
                  data={known.map(({ id, body }) => ({
                    value: id,
                    label: (language === 'vi' ? body.titleVi : undefined) ?? body.title,
                  }))}
                  value={relation.id}
                  onChange={(value) =>
                    value !== null &&
                    void navigate({ to: '/plans', search: { relation: value }, replace: true })
                  }
                />
                <PageLink to="/plans/new" search={{ relation: relation.id }} mb={8}>
                  {t('plans.new')}
                </PageLink>
                <PageLink to="/frameworks" mb={8}>
                  {t('plans.frameworks')}
                </PageLink>
              </Group>
              <Loaded query={plans}>{(all) => <OfRelation relation={relation.body} plans={all} />}</Loaded>
            </>
          )
        }}
      </Loaded>
    </Stack>
  )
}

/** Scenarios are compared under one framework at a time: depth under another is another number. */
function OfRelation({ relation, plans }: { relation: Relation; plans: readonly Known<'plan'>[] }) {
  const { t } = useWords()
  const ours = plans.filter(({ body }) => body.relation === relation.id)
  const frameworks = [...new Set(ours.map(({ body }) => body.framework))]
  return (frameworks.length === 0 ? ['relations-depth'] : frameworks).map((framework) => (
    <section key={`${relation.id} ${framework}`} aria-label={framework}>
      {frameworks.length > 1 && (
        <Title order={2} fz="lg">
          {t('frameworks.framework')}: {framework}
        </Title>
      )}
      <WithBaseline relation={relation} framework={framework}>
        {(baseline) => (
          <Scenarios baseline={baseline} plans={ours.filter(({ body }) => body.framework === framework)} />
        )}
      </WithBaseline>
    </section>
  ))
}
