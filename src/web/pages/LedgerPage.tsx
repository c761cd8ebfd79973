import '../ledger/ledger.css'
import { Group, NumberInput, Select, Stack, Tabs, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { activityKindNames } from '#domain/activity'
import { activityKinds } from '#domain/activity-kinds.data'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { StatePicker, useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { ActivityTable } from '../ledger/ActivityTable.tsx'
import { Duplicates } from '../ledger/Duplicates.tsx'
import { LedgerImportPanel } from '../ledger/LedgerImportPanel.tsx'

const atOnce = 100

/** The ledger of defence activities: filtered, filled from datasets, looked through for what stands twice. */
export function LedgerPage() {
  const { t, language } = useWords()
  const stateName = useStateName()
  const [state, setState] = useState<string | null>('VNM')
  const [partner, setPartner] = useState<string | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [source, setSource] = useState<string | null>(null)
  const [from, setFrom] = useState<number | ''>('')
  const [to, setTo] = useState<number | ''>('')
  const [limit, setLimit] = useState(atOnce)
  const found = activityKindNames.find((one) => one === kind)
  const query = {
    limit,
    ...(state === null ? {} : { state }),
    ...(partner === null ? {} : { partner }),
    ...(found === undefined ? {} : { kind: found }),
    ...(source === null ? {} : { source }),
    ...(isYear(from) ? { fromYear: from } : {}),
    ...(isYear(to) ? { toYear: to } : {}),
  }
  const ledger = useQuery({
    queryKey: ['ledger', query],
    queryFn: () => call('ledger', { query }),
    placeholderData: (before) => before,
  })
  const partnerName = (id: string) => (/^[A-Z]{3}$/.test(id) ? stateName(id) : (ledger.data?.names[id] ?? id))
  const counted = (n: number) => n.toLocaleString(language)
  return (
    <Stack gap="md" maw={1200}>
      <div>
        <Title order={1} fz={28}>
          {t('ledger.title')}
        </Title>
        <Text className="quiet" maw="62rem">
          {t('ledger.about')}
        </Text>
        <Group gap="md">
          <PageLink to="/defence" search={state === null ? {} : { state }}>
            {t('defence.title')}
          </PageLink>
          <PageLink to="/constraints">{t('constraints.title')}</PageLink>
        </Group>
      </div>
      <Tabs defaultValue="activities" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="activities">{t('ledger.activities')}</Tabs.Tab>
          <Tabs.Tab value="duplicates">{t('ledger.duplicates')}</Tabs.Tab>
          <Tabs.Tab value="import">{t('ledger.import')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="activities" pt="md">
          <Stack gap="md">
            <div className="choices">
              <StatePicker
                label={t('ledger.state')}
                clearable
                value={state}
                onChange={(value) => {
                  setState(value)
                  setPartner(null)
                }}
              />
              <Select
                label={t('ledger.partner')}
                placeholder={t('ledger.all')}
                clearable
                searchable
                data={(ledger.data?.partners ?? []).map(({ value, n }) => ({
                  value,
                  label: `${partnerName(value)} (${counted(n)})`,
                }))}
                value={partner}
                onChange={setPartner}
              />
              <Select
                label={t('ledger.kind')}
                placeholder={t('ledger.all')}
                clearable
                data={(ledger.data?.kinds ?? []).map(({ value, n }) => ({
                  value,
                  label: `${activityKinds[value as keyof typeof activityKinds]?.title[language] ?? value} (${counted(n)})`, // kinds of activities
                }))}
                value={kind}
                onChange={setKind}
              />
              <Select
                label={t('ledger.source')}
                placeholder={t('ledger.all')}
                clearable
                data={(ledger.data?.sources ?? []).map(({ value, n }) => ({
                  value,
                  label: `${value === 'records' ? t('ledger.recorded') : value} (${counted(n)})`,
                }))}
                value={source}
                onChange={setSource}
              />
              <NumberInput
                label={t('ledger.fromYear')}
                hideControls
                value={from}
                onChange={(value) => setFrom(typeof value === 'number' ? value : '')}
              />
              <NumberInput
                label={t('ledger.toYear')}
                hideControls
                value={to}
                onChange={(value) => setTo(typeof value === 'number' ? value : '')}
              />
            </div>
            <Loaded query={ledger}>
              {(page) => (
                <ActivityTable
                  page={page}
                  state={state}
                  limit={limit}
                  more={() => setLimit(Math.min(1000, limit + 300))}
                />
              )}
            </Loaded>
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="duplicates" pt="md">
          <Duplicates state={state} />
        </Tabs.Panel>
        <Tabs.Panel value="import" pt="md">
          <LedgerImportPanel state={state} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

/** Whether what stands in a field is a whole year yet. */
function isYear(value: number | ''): value is number {
  return value !== '' && Number.isInteger(value) && value >= 1500 && value <= 2200
}
