import { Button, Group, NumberInput, Paper, Select, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type LedgerReport, ledgerSources } from '#api/contract/ledger'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { StatePicker, useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'

/** Takes what an imported dataset tells of a state into the ledger; a trial first, if wanted, and a report of what was not taken. */
export function LedgerImportPanel({ state: first }: { state: string | null }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const datasets = useQuery({ queryKey: ['datasets'], queryFn: () => call('listDatasets') })
  const there = new Set(
    datasets.data?.datasets.flatMap(({ id, versions }) =>
      versions.some(({ current }) => current) ? [id] : [],
    ) ?? [],
  )
  const [dataset, setDataset] = useState<string | null>(null)
  const [state, setState] = useState<string | null>(first)
  const [from, setFrom] = useState<number | ''>('')
  const [to, setTo] = useState<number | ''>('')
  const take = useMutation({
    mutationFn: (dryRun: boolean) =>
      call('importIntoLedger', {
        body: {
          from: ledgerSources.find((one) => one === dataset) ?? 'dcad',
          state: state ?? '',
          ...(from === '' ? {} : { fromYear: from }),
          ...(to === '' ? {} : { toYear: to }),
          dryRun,
        },
      }),
    onSuccess: (_, dryRun) => (dryRun ? undefined : queries.invalidateQueries()),
  })
  const ready = dataset !== null && state !== null && !take.isPending
  return (
    <Paper withBorder p="md" component="section" aria-label={t('ledger.import')}>
      <Title order={2} fz="lg">
        {t('ledger.import')}
      </Title>
      <Text size="sm" className="quiet" mb="xs">
        {t('ledger.importAbout')} <PageLink to="/data">{t('ledger.toData')}</PageLink>
      </Text>
      <div className="choices">
        <Select
          label={t('ledger.dataset')}
          data={ledgerSources.map((id) => ({
            value: id,
            label: there.has(id) ? id : `${id} (${t('ledger.notThere')})`,
            disabled: !there.has(id),
          }))}
          value={dataset}
          onChange={setDataset}
        />
        <StatePicker label={t('ledger.state')} value={state} onChange={setState} />
        <NumberInput
          label={t('ledger.fromYear')}
          min={1500}
          max={2200}
          hideControls
          value={from}
          onChange={(value) => setFrom(typeof value === 'number' ? value : '')}
        />
        <NumberInput
          label={t('ledger.toYear')}
          min={1500}
          max={2200}
          hideControls
          value={to}
          onChange={(value) => setTo(typeof value === 'number' ? value : '')}
        />
      </div>
      <Group mt="sm">
        <Button disabled={!ready} loading={take.isPending} onClick={() => take.mutate(false)}>
          {t('ledger.importNow')}
        </Button>
        <Button variant="default" disabled={!ready} onClick={() => take.mutate(true)}>
          {t('ledger.tryIt')}
        </Button>
      </Group>
      {take.isError && <ProblemNote cause={take.error} />}
      {take.data !== undefined && <Report report={take.data} />}
    </Paper>
  )
}

function Report({ report }: { report: LedgerReport }) {
  const { t, language } = useWords()
  const stateName = useStateName()
  const {
    dataset,
    state,
    rows,
    activities,
    added,
    superseded,
    unchanged,
    folded,
    keptAsChanged,
    left,
    dryRun,
    years,
  } = report
  const show = (value: number) => value.toLocaleString(language)
  return (
    <div role="status">
      <Text fw={600} mt="sm">
        {t(dryRun ? 'ledger.tried' : 'ledger.imported', {
          dataset,
          state: stateName(state),
          rows: show(rows),
          activities: show(activities),
          years: years === null ? '–' : `${years.from}–${years.to}`,
        })}
      </Text>
      <ul className="plain">
        <li>
          {t('ledger.written', {
            added: show(added),
            superseded: show(superseded),
            unchanged: show(unchanged),
          })}
        </li>
        {folded > 0 && <li>{t('ledger.folded', { count: folded })}</li>}
        {keptAsChanged > 0 && <li>{t('ledger.kept', { count: keptAsChanged })}</li>}
        {left.map(({ because, rows: n, examples }) => (
          <li key={because.en} style={{ overflowWrap: 'anywhere' }}>
            {t('ledger.left', { rows: show(n) })} {because[language]}
            {examples.length > 0 && <span className="quiet"> ({examples.join('; ')})</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
