import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { Catalogue } from '../measures/Catalogue.tsx'
import { ComputePanel } from '../measures/ComputePanel.tsx'

/** What public datasets tell of relations: compute it, keep it as series, and read how each measure is made. */
export function MeasuresPage() {
  const { t } = useWords()
  const found = useQuery({ queryKey: ['measures'], queryFn: () => call('listMeasures') })
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('measures.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('measures.about')}
        </Text>
      </div>
      <Loaded query={found}>
        {({ measures, unmeasured }) => (
          <>
            <ComputePanel entries={measures} />
            <Catalogue entries={measures} unmeasured={unmeasured} />
          </>
        )}
      </Loaded>
    </Stack>
  )
}
