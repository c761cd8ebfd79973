import { Alert, Button, Collapse, Group, Stack, Text, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { DefenceForm } from '../defence/DefenceForm.tsx'
import { DefenceView } from '../instruments/defence-diplomacy/DefenceView.tsx'
import { useWords } from '../language.ts'
import { useAnalyses, useAnalysis } from '../queries.ts'

/** With whom the armed forces of a state work: the newest analysis, and the choices under which it is made anew. */
export function DefencePage() {
  const { t } = useWords()
  const analyses = useAnalyses()
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('defence.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('defence.about')}
        </Text>
      </div>
      <Loaded query={analyses}>
        {({ analyses: list }) => (
          <OfState
            known={list
              .filter(({ instrument }) => instrument === 'defence-diplomacy')
              .map(({ id, subject }) => ({ id, state: subject?.replace('state/', '') ?? '' }))}
          />
        )}
      </Loaded>
    </Stack>
  )
}

function OfState({ known }: { known: readonly { readonly id: string; readonly state: string }[] }) {
  const { t } = useWords()
  const { state: asked } = useSearch({ from: '/defence' })
  const navigate = useNavigate()
  const state = asked ?? known[0]?.state ?? null
  const latest = known.find((one) => one.state === state)
  const [open, setOpen] = useState(false)
  const choosing = open || latest === undefined
  const go = (to: string | null) =>
    void navigate({ to: '/defence', search: to === null ? {} : { state: to }, replace: true })
  return (
    <>
      {latest === undefined ? (
        <Alert>{t('defence.none')}</Alert>
      ) : (
        <Group gap="md">
          <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('defence.choices')}
          </Button>
          <PageLink to="/analyses/$id" params={{ id: latest.id }}>
            {t('defence.whole')}
          </PageLink>
          <PageLink to="/defence/network" search={state === null ? {} : { state }}>
            {t('network.title')}
          </PageLink>
        </Group>
      )}
      <Collapse expanded={choosing}>
        <DefenceForm state={state} onState={go} again={latest !== undefined} />
      </Collapse>
      {latest !== undefined && <Shown id={latest.id} key={latest.id} />}
    </>
  )
}

function Shown({ id }: { id: string }) {
  return <Loaded query={useAnalysis(id)}>{(analysis) => <DefenceView analysis={analysis} />}</Loaded>
}
