import { Alert, Badge, Stack, Table, Text, Title } from '@mantine/core'
import type { Dispute } from '#domain/dispute'
import { roleIds, roleOf, rungOf } from '#domain/third-party-role'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'
import { useNames } from '../mediation/DisputeStory.tsx'
import { demandsOf } from '../mediation/level-words.ts'
import { NewestRole } from '../mediation/NewestRole.tsx'
import { latestOf, useAnalyses } from '../queries.ts'

/** Every dispute that is recorded, with the role that came first in its newest analysis; and the ladder of roles. */
export function MediationPage() {
  const { t } = useWords()
  const disputes = useEvery('dispute')
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('mediation.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('mediation.about')}
        </Text>
      </div>
      <Loaded query={disputes}>
        {(all) =>
          all.length === 0 ? (
            <Alert>{t('mediation.none')}</Alert>
          ) : (
            <Table className="stacked" verticalSpacing={8}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('mediation.dispute')}</Table.Th>
                  <Table.Th>{t('mediation.parties')}</Table.Th>
                  <Table.Th>{t('mediation.newest')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {all.map(({ body }) => (
                  <DisputeRow key={body.id} dispute={body} />
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Loaded>
      <LadderOfRoles />
    </Stack>
  )
}

function DisputeRow({ dispute }: { dispute: Dispute }) {
  const { t, language } = useWords()
  const nameOf = useNames()
  const analyses = useAnalyses(`dispute/${dispute.id}`)
  const latest = latestOf(analyses.data, 'mediation')
  return (
    <Table.Tr>
      <Table.Td>
        <PageLink to="/mediation/disputes/$" params={{ _splat: dispute.id }}>
          {(language === 'vi' ? dispute.titleVi : undefined) ?? dispute.title}
        </PageLink>
      </Table.Td>
      <Table.Td data-label={t('mediation.parties')}>{dispute.parties.map(nameOf).join(', ')}</Table.Td>
      <Table.Td data-label={t('mediation.newest')}>
        {latest === undefined ? (
          <span className="quiet">{analyses.isSuccess ? t('mediation.notAsked') : ''}</span>
        ) : (
          <NewestRole id={latest.id} />
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function LadderOfRoles() {
  const { t, language } = useWords()
  return (
    <section aria-label={t('mediation.roles')}>
      <Title order={2} fz="xl">
        {t('mediation.roles')}
      </Title>
      <Text className="quiet" mb="xs" maw={820}>
        {t('mediation.rolesAbout')}
      </Text>
      <ol className="roles">
        {roleIds.map((id) => {
          const { title, definition, why, outcome, intrusiveness, examples, sources } = roleOf(id)
          return (
            <li key={id}>
              <Text fw={600}>
                {rungOf(id)}. {title[language]}{' '}
                <Badge variant="light" tt="none">
                  {t(`mediation.outcome.${outcome}`)}
                </Badge>
              </Text>
              <Text>{definition[language]}</Text>
              <details>
                <summary>{t('mediation.moreOfRole')}</summary>
                <Text size="sm">{why[language]}</Text>
                <Text size="sm">
                  {t('mediation.intrusive', { level: intrusiveness })} ·{' '}
                  {t('mediation.demandsLine', { demands: demandsOf(id, language) })}
                </Text>
                {examples.map(({ en, vi, source }) => (
                  <Text size="sm" key={en}>
                    {language === 'vi' ? vi : en} <span className="quiet">({source})</span>
                  </Text>
                ))}
                <Text size="sm" className="quiet">
                  {sources.join('; ')}
                </Text>
              </details>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
