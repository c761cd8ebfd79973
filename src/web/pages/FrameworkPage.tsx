import {
  Alert,
  Button,
  FileButton,
  Group,
  SimpleGrid,
  Stack,
  Tabs,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RecordInContext } from '#api/contract/records'
import { Framework } from '#domain/framework'
import { partsOf } from '#domain/framework-tree'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { CriteriaView } from '../frameworks/CriteriaView.tsx'
import { DuplicateFramework } from '../frameworks/DuplicateFramework.tsx'
import { type Draft, faultAt, useDraft } from '../frameworks/draft.ts'
import { SaveDraft } from '../frameworks/SaveDraft.tsx'
import { VersionsView } from '../frameworks/VersionsView.tsx'
import { WeightsPanel } from '../frameworks/WeightsPanel.tsx'
import { downloadYaml, type ReadYaml, readYaml } from '../frameworks/yaml-file.ts'
import { useWords } from '../language.ts'

/** One framework: its tree to be read and edited, its weights, its versions. */
export function FrameworkPage() {
  const { _splat: id = '' } = useParams({ from: '/frameworks/$' })
  const record = useQuery({
    queryKey: ['record', 'framework', id],
    queryFn: () => call('readRecord', { params: { kind: 'framework', id } }),
  })
  return <Loaded query={record}>{(found) => <Editor key={id} record={found} />}</Loaded>
}

function Editor({ record }: { record: RecordInContext }) {
  const { t, language } = useWords()
  const framework = useMemo(() => Framework.parse(record.body), [record.body])
  const draft = useDraft(framework, record.version, language)
  const [editing, setEditing] = useState(false)
  const [tab, setTab] = useState<string | null>('criteria')
  const [chosen, choose] = useState<string>()
  const { now, changes, restart } = draft
  useEffect(() => {
    // a reader without a draft sees the newest version; a draft is left alone
    if (changes.length === 0 && record.version > draft.version) restart(framework, record.version)
  }, [changes, record.version, draft.version, framework, restart])
  const leaves = now.criteria.filter(({ code }) => partsOf(now.criteria, code).length === 0).length
  const show = (code: string) => {
    setTab('criteria')
    choose(code)
  }
  return (
    <Stack gap="md" maw={1200}>
      <div>
        <Title order={1} fz={28}>
          {(language === 'vi' ? now.titleVi : undefined) ?? now.title}
        </Title>
        <Text className="quiet">
          {t('frameworks.about', { criteria: now.criteria.length, leaves })} ·{' '}
          {t('relations.edition', { edition: now.edition })} ·{' '}
          {t('record.versionShort', { version: record.version })} ·{' '}
          <PageLink to="/records/$kind/$" params={{ kind: 'framework', _splat: now.id }} underline="always">
            {now.id}
          </PageLink>
        </Text>
        {now.note !== undefined && (
          <Text size="sm">{(language === 'vi' ? now.noteVi : undefined) ?? now.note}</Text>
        )}
      </div>
      <Doors draft={draft} editing={editing} setEditing={setEditing} />
      {editing && <OwnFields draft={draft} />}
      {(editing || draft.changes.length > 0) && (
        <SaveDraft draft={draft} choose={show} saved={() => setEditing(false)} />
      )}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="criteria">{t('frameworks.criteria')}</Tabs.Tab>
          <Tabs.Tab value="weights">{t('frameworks.weights')}</Tabs.Tab>
          <Tabs.Tab value="versions">{t('frameworks.versions')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="criteria" pt="md">
          <CriteriaView draft={draft} editing={editing} chosen={chosen} choose={choose} />
        </Tabs.Panel>
        <Tabs.Panel value="weights" pt="md">
          <WeightsPanel draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" pt="md">
          <VersionsView record={record} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

interface DoorsProps {
  readonly draft: Draft
  readonly editing: boolean
  readonly setEditing: (editing: boolean) => void
}

/** Edit, download, load, duplicate. */
function Doors({ draft, editing, setEditing }: DoorsProps) {
  const { t, language } = useWords()
  const [duplicating, setDuplicating] = useState(false)
  const [read, setRead] = useState<ReadYaml>()
  const again = useRef<() => void>(null)
  const load = async (file: File | null) => {
    if (file === null) return
    const text = await file.text()
    again.current?.() // so that the same file, mended, can be chosen again
    const given = await readYaml(text, draft.now.id, language)
    setRead(given)
    if (!('framework' in given)) return
    draft.edit(() => given.framework)
    setEditing(true)
  }
  return (
    <>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant={editing ? 'default' : 'filled'}
          onClick={() => setEditing(!editing)}
        >
          {t(editing ? 'record.stopEditing' : 'record.edit')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void downloadYaml(draft.now)}>
          {t('frameworks.download')}
        </Button>
        <FileButton
          resetRef={again}
          accept=".yaml,.yml,.json"
          inputProps={{ 'aria-label': t('frameworks.load') }}
          onChange={(file) => void load(file)}
        >
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              {t('frameworks.load')}
            </Button>
          )}
        </FileButton>
        <Button size="compact-sm" variant="default" onClick={() => setDuplicating(true)}>
          {t('frameworks.duplicate')}
        </Button>
      </Group>
      {read !== undefined && 'wrong' in read && (
        <Alert color="red" role="alert" title={t('frameworks.notLoaded')}>
          {t(`frameworks.file.${read.wrong}`, { details: read.details, id: draft.now.id })}
        </Alert>
      )}
      {duplicating && <DuplicateFramework framework={draft.now} close={() => setDuplicating(false)} />}
    </>
  )
}

function OwnFields({ draft }: { draft: Draft }) {
  const { t } = useWords()
  const set = (field: 'title' | 'titleVi' | 'edition' | 'note', value: string) =>
    draft.edit((framework) => {
      const { [field]: _, ...rest } = framework
      const required = field === 'title' || field === 'edition'
      return { ...rest, ...(value === '' && !required ? {} : { [field]: value }) } as Framework // the schema says what is wrong
    })
  const field = (name: 'title' | 'titleVi' | 'edition' | 'note') => ({
    value: draft.now[name] ?? '',
    error: faultAt(draft.faults, null, name),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(name, event.currentTarget.value),
  })
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput label={t('frameworks.titleOwn')} required {...field('title')} />
      <TextInput label={t('frameworks.titleOwnVi')} {...field('titleVi')} />
      <TextInput label={t('frameworks.edition')} required {...field('edition')} />
      <Textarea label={t('frameworks.note')} autosize minRows={1} {...field('note')} />
    </SimpleGrid>
  )
}
