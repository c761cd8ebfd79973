import { Table, Title } from '@mantine/core'
import { capabilityKinds } from '#domain/capability-kinds.data'
import { becauseIn, isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { roleOf } from '#domain/third-party-role'
import type { Result, StepLine } from '#instruments/mediation/instrument'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { useWords } from '../language.ts'
import { levelWords, shortTitle } from './level-words.ts'

/** Steps that close the gaps: who, until when, at what cost; and which role comes first once they are done. */
export function PlanView({ result }: { result: Pick<Result, 'steps' | 'budget'> }) {
  const { t, language } = useWords()
  const { cost, available, after } = result.budget
  return (
    <section aria-label={t('mediation.plan')}>
      <Title order={2} fz="lg" mt="md">
        {t('mediation.plan')}
      </Title>
      <Table className="stacked" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {(['due', 'step', 'owner', 'cost', 'raises'] as const).map((head) => (
              <Table.Th key={head}>{t(`mediation.planHead.${head}`)}</Table.Th>
            ))}
            <Table.Th>{t('evidence.rests')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {result.steps.map((step) => (
            <StepRow key={`${step.plan} ${step.id}`} step={step} />
          ))}
        </Table.Tbody>
      </Table>
      <p>
        {t('mediation.budget', {
          cost: levelWords(cost, language),
          available: isMissing(available) ? t('mediation.basis.none') : number(available, language, 1),
        })}{' '}
        {t('mediation.afterPlan', {
          role: after === null ? t('mediation.noRole') : roleOf(after).title[language].toLowerCase(),
        })}
      </p>
    </section>
  )
}

function StepRow({ step }: { step: StepLine }) {
  const { t, language } = useWords()
  const { text, owner, due, usdMillions, closes, to, enough, illustrative, evidence } = step
  return (
    <Table.Tr>
      <Table.Td className={isMissing(due) ? undefined : 'number'} data-label={t('mediation.planHead.due')}>
        {isMissing(due) ? becauseIn(due, language) : due}
      </Table.Td>
      <Table.Td data-label={t('mediation.planHead.step')}>
        {text[language]}
        {illustrative && <span className="quiet"> ({t('mediation.illustrative')})</span>}
      </Table.Td>
      <Table.Td data-label={t('mediation.planHead.owner')}>
        {isMissing(owner) ? becauseIn(owner, language) : owner[language]}
      </Table.Td>
      <Table.Td data-label={t('mediation.planHead.cost')}>{levelWords(usdMillions, language)}</Table.Td>
      <Table.Td data-label={t('mediation.planHead.raises')}>
        {closes === null ? '' : shortTitle(capabilityKinds[closes][language])}
        {to !== null && ` → ${number(to, language, 1)}`}
        {enough === false && <span className="quiet"> ({t('mediation.notEnough')})</span>}
      </Table.Td>
      <Table.Td>
        <EvidenceLinks evidence={evidence} />
      </Table.Td>
    </Table.Tr>
  )
}
