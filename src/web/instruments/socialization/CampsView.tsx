import { Badge, Group, Paper, SimpleGrid, Text } from '@mantine/core'
import { becauseIn, isMissing } from '#domain/missing'
import type { socializationResult } from '#instruments/socialization/instrument'
import { EvidenceLinks } from '../../components/EvidenceLinks.tsx'
import { useWords } from '../../language.ts'

type Result = ReturnType<typeof socializationResult>
const sides = ['for', 'between', 'against'] as const

/** The camps at each meeting, as each classifier drew them, with the actor of the case marked. */
export function CampsView({ result }: { result: Result }) {
  const { t, language } = useWords()
  const name = (id: string) => result.names[id] ?? id
  return (
    <>
      {result.camps.map((reading) => (
        <Paper
          key={reading.alignment}
          withBorder
          p="md"
          mb="sm"
          component="article"
          aria-label={reading.issue}
        >
          <Group justify="space-between" align="flex-start" wrap="nowrap">
            <div>
              <Text fw={600}>{reading.issue}</Text>
              <Text size="sm" className="quiet">
                <span className="number">{reading.date}</span> · {t('case.asSeenBy')} {reading.classifier}
              </Text>
            </div>
            <Group gap={6} wrap="nowrap">
              {reading.subjectInMinority === true && (
                <Badge color="sand" variant="light" tt="none">
                  {t('case.inMinority')}
                </Badge>
              )}
              <EvidenceLinks evidence={reading.evidence} />
            </Group>
          </Group>
          <SimpleGrid cols={3} mt="sm" spacing="md">
            {sides.map((side) => {
              const camps = reading.camps.filter((camp) => camp.side === side)
              const low = camps.reduce((sum, camp) => sum + camp.low, 0)
              const high = camps.reduce((sum, camp) => sum + camp.high, 0)
              return (
                <div key={side} className={`camp ${side}`}>
                  <Text size="sm" fw={600}>
                    {t(`side.${side}`)}{' '}
                    <span className="number">{low === high ? low : `${low}–${high}`}</span>
                  </Text>
                  <Group gap={4} mt={4}>
                    {camps
                      .flatMap((camp) => camp.members)
                      .map((member) => (
                        <Badge
                          key={member}
                          size="md"
                          tt="none"
                          fw={member === result.case.actor ? 700 : 400}
                          variant={member === result.case.actor ? 'filled' : 'default'}
                        >
                          {name(member)}
                        </Badge>
                      ))}
                  </Group>
                </div>
              )
            })}
          </SimpleGrid>
          {isMissing(reading.minority) && (
            <Text size="xs" className="quiet" mt="xs">
              {becauseIn(reading.minority, language)}
            </Text>
          )}
        </Paper>
      ))}
    </>
  )
}
