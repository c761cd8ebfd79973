import { Alert, Group, Paper, Stack, Tabs, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Analysis } from '#domain/analysis'
import { isMissing } from '#domain/missing'
import { type RoleId, roleOf } from '#domain/third-party-role'
import { mediation, mediationResult, type Result } from '#instruments/mediation/instrument'
import { ExhibitView } from '../components/ExhibitView.tsx'
import { Findings } from '../components/Findings.tsx'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { ComparableCases } from '../mediation-cases/CasesView.tsx'
import { GapsView } from './GapsView.tsx'
import { LadderFigure } from './LadderFigure.tsx'
import { LevelDots } from './LevelDots.tsx'
import { levelWords, shareWords } from './level-words.ts'
import { PlanView } from './PlanView.tsx'
import { PrinciplesView } from './PrinciplesView.tsx'
import { SwingsView } from './SwingsView.tsx'

/** One analysis of a dispute: the role that comes first, and behind it the ladder, standing, capability, what would change it, and the plan. */
export function MediationView({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const result = mediationResult(analysis.result)
  const exhibits = useMemo(() => mediation.exhibits(analysis.result, language), [analysis, language])
  const shown = (...ids: readonly string[]) =>
    exhibits.filter(({ id }) => ids.includes(id)).map((one) => <ExhibitView key={one.id} exhibit={one} />)
  return (
    <Stack gap="sm">
      <Verdict result={result} />
      {result.warnings.map(({ en, vi }) => (
        <Alert key={en} variant="light" color="orange" py={6}>
          {language === 'vi' ? vi : en}
        </Alert>
      ))}
      <Tabs defaultValue="role" keepMounted={false}>
        <Tabs.List>
          {(['role', 'standing', 'capability', 'changes', 'findings'] as const).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`mediation.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="role" pt="md">
          <Text className="quiet" mb="xs">
            {t('mediation.ladderAbout')}
          </Text>
          <LadderFigure result={result} />
          <PrinciplesView principles={result.principles} />
          {shown('comparable', 'nearest')}
          {result.comparisons === undefined && (
            <LiveCases role={result.roles.find(({ rank }) => rank === 1)?.role} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="standing" pt="md">
          <StandingPanel result={result} />
          {shown('exposure')}
        </Tabs.Panel>
        <Tabs.Panel value="capability" pt="md">
          <Title order={2} fz="lg">
            {t('mediation.gaps')}
          </Title>
          <GapsView result={result} />
          {result.steps.length > 0 && <PlanView result={result} />}
        </Tabs.Panel>
        <Tabs.Panel value="changes" pt="md">
          <SwingsView result={result} />
        </Tabs.Panel>
        <Tabs.Panel value="findings" pt="md">
          <Findings findings={analysis.findings} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

/** Attempts like it from the imported record, where no comparison was kept for the analysis; asked for when opened. */
function LiveCases({ role }: { role: RoleId | undefined }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('mediationCases.live')}</summary>
      {open && <ComparableCases roles={role === undefined ? [] : [role]} />}
    </details>
  )
}

function Verdict({ result }: { result: Result }) {
  const { t, language } = useWords()
  const top = result.roles.find(({ rank }) => rank === 1)
  const { difference } = result
  const titleOf = (one: typeof top) => {
    if (one === undefined) return t('mediation.noRoleTitle')
    return one.status === 'unknown' ? t('mediation.tooLittleTitle') : one.title[language]
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={t('mediation.verdict')}>
      <Text className="quiet" size="sm">
        {result.mediatorName[language]} · {t('mediation.asOf', { date: result.asOf })} ·{' '}
        {t(`mediation.setting.${result.setting}`)} · {t(`mediation.stage.${result.stage.stage}`)}
      </Text>
      <Title order={2} fz={24} my={2}>
        {titleOf(top)}
      </Title>
      {top !== undefined && (
        <Text>
          {top.status === 'unknown'
            ? t('mediation.tooLittle', { role: top.title[language].toLowerCase() })
            : roleOf(top.role).definition[language]}
          {top.status !== 'unknown' && (
            <>
              <br />
              {t('mediation.comesFirst', { share: shareWords(top.first, language) })}
            </>
          )}
        </Text>
      )}
      {!result.isParty && (
        <Group gap="lg" mt="xs">
          <Fact
            label={t('mediation.difference')}
            value={isMissing(difference) ? t('mediation.basis.none') : levelWords(difference, language)}
          />
          <Fact
            label={t('mediation.ripe')}
            value={isMissing(result.ripe) ? t('mediation.basis.none') : levelWords(result.ripe, language)}
          />
          {result.aim !== null && (
            <Fact label={t('mediation.aim')} value={roleOf(result.aim).title[language]} />
          )}
          <Fact
            label={t(`mediation.other.${result.otherSetting.setting}`)}
            value={
              result.otherSetting.role === null
                ? t('mediation.noRole')
                : roleOf(result.otherSetting.role).title[language]
            }
          />
        </Group>
      )}
    </Paper>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text size="xs" className="quiet">
        {label}
      </Text>
      <Text fw={600}>{value}</Text>
    </div>
  )
}

function StandingPanel({ result }: { result: Result }) {
  const { t, language } = useWords()
  const { difference, closenessDifference: near } = result
  return (
    <>
      <Title order={2} fz="lg">
        {t('mediation.standings')}
      </Title>
      <p className="quiet">{t('mediation.standingsAbout')}</p>
      <LevelDots
        rows={result.standings.map(({ standing, closeness, year }) => ({
          quantity: standing,
          note: [
            ...(year !== null && standing.basis === 'analysis' ? [String(year)] : []),
            ...(isMissing(closeness)
              ? []
              : [t('mediation.closeness', { depth: levelWords(closeness, language, 2) })]),
          ].join(' · '),
        }))}
      />
      <p>
        {t('mediation.difference')}: <span className="number">{levelWords(difference, language)}</span>.{' '}
        {isMissing(near) ? '' : t('mediation.nearness', { depth: levelWords(near, language, 2) })}{' '}
        {t('mediation.partial')}
      </p>
      {result.standings.flatMap(({ analysis, party }) =>
        analysis === null
          ? []
          : [
              <p key={analysis}>
                <PageLink to="/analyses/$id" params={{ id: analysis }}>
                  {t('mediation.toAnalysis', { party: party.name[language] })}
                </PageLink>
              </p>,
            ],
      )}
      <Title order={2} fz="lg" mt="md">
        {t('mediation.stakes')}
      </Title>
      <LevelDots rows={result.stakes.map((quantity) => ({ quantity }))} />
      <Title order={2} fz="lg" mt="md">
        {t('mediation.ripeness')}
      </Title>
      <p className="quiet">{t('mediation.ripenessAbout')}</p>
      <LevelDots rows={result.ripeness.map((quantity) => ({ quantity }))} />
    </>
  )
}
