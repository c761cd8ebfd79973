import { Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { PairCard } from './PairCard.tsx'

const most = 20

/** What may stand twice in the ledger: pairs to be looked at by a person, the likeliest first; those decided are folded. */
export function Duplicates({ state }: { state: string | null }) {
  const { t } = useWords()
  const found = useQuery({
    queryKey: ['ledger', 'duplicates', state],
    queryFn: () => call('duplicates', { query: state === null ? {} : { state } }),
  })
  return (
    <section aria-labelledby="duplicates">
      <Title order={2} fz="lg" id="duplicates">
        {t('ledger.duplicates')}
      </Title>
      <Text size="sm" className="quiet" maw="62rem">
        {t('ledger.duplicatesAbout')}
      </Text>
      <Loaded query={found}>
        {(list) => {
          const open = list.candidates.filter((one) => one.state !== 'decided')
          const decided = list.candidates.filter((one) => one.state === 'decided')
          return (
            <Stack gap="sm" mt="xs">
              <Group>
                <Text size="sm" role="status">
                  {t('ledger.pairs', { open: open.length, decided: decided.length })}
                </Text>
              </Group>
              {open.slice(0, most).map((pair) => (
                <PairCard key={`${pair.id} ${pair.matchVersion}`} pair={pair} list={list} />
              ))}
              {open.length > most && (
                <Text size="sm">{t('ledger.pairsMore', { count: open.length - most })}</Text>
              )}
              {decided.length > 0 && (
                <details>
                  <summary>{t('ledger.decidedFold', { count: decided.length })}</summary>
                  <Stack gap="sm" mt="xs">
                    {decided.map((pair) => (
                      <PairCard key={`${pair.id} ${pair.matchVersion}`} pair={pair} list={list} />
                    ))}
                  </Stack>
                </details>
              )}
            </Stack>
          )
        }}
      </Loaded>
    </section>
  )
}
