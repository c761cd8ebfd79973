import { Paper, Text, Title } from '@mantine/core'
import type { MeasureEntry } from '#api/contract/measures'
import { measureWords } from '#domain/measure'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'

type Bilingual = MeasureEntry['title']

interface Unmeasured {
  readonly id: string
  readonly title: Bilingual
  readonly because: Bilingual
}

/** Every measure with its definition, what it needs, and whether that is here. */
export function Catalogue(props: { entries: readonly MeasureEntry[]; unmeasured: readonly Unmeasured[] }) {
  const { t, language } = useWords()
  return (
    <Paper withBorder p="md" component="section" aria-label={t('measures.catalogue')}>
      <Title order={2} fz="lg">
        {t('measures.catalogue')}
      </Title>
      <Text size="sm" className="quiet" mb="sm" maw={820}>
        {t('measures.catalogueAbout')}
      </Text>
      {props.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      <Title order={3} fz="md" mt="lg">
        {t('measures.unmeasured')}
      </Title>
      <ul className="plain">
        {props.unmeasured.map(({ id, title, because }) => (
          <li key={id}>
            <b>{title[language]}</b>: {because[language]}
          </li>
        ))}
      </ul>
    </Paper>
  )
}

function Entry({ entry }: { entry: MeasureEntry }) {
  const { t, language } = useWords()
  const { id, title, covered, lacking } = entry
  const words = measureWords(id, language)
  const state =
    lacking.length > 0
      ? t('measures.lacking')
      : covered === null
        ? t('measures.noYears')
        : t('measures.covered', covered)
  return (
    <details style={{ borderTop: '1px solid var(--mantine-color-default-border)', padding: '0.45rem 0' }}>
      <summary>
        <b>{title[language]}</b>{' '}
        <Text span size="sm" className="quiet">
          {words.unit} · {state}
        </Text>
      </summary>
      <dl style={{ margin: '0.5rem 0 0.5rem 1rem', maxWidth: 820 }}>
        <Line term={t('measures.id')}>
          <code>{id}</code>
        </Line>
        <Line term={t('measures.formula')}>{words.formula}</Line>
        <Line term={t('measures.range')}>
          {rangeOf(entry, t('measures.open'))} · {t(`measures.direction.${entry.direction}`)} ·{' '}
          {t(entry.directed ? 'measures.directed' : 'measures.undirected')}
        </Line>
        <Line term={t('measures.uncertainty')}>{words.uncertainty}</Line>
        <Line term={t('measures.caution')}>{words.caution}</Line>
        <Line term={t('measures.source')}>{entry.source}</Line>
        <Line term={t(entry.either ? 'measures.needsOne' : 'measures.needs')}>
          <Needed entry={entry} />
        </Line>
      </dl>
    </details>
  )
}

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div style={{ marginBottom: '0.35rem' }}>
      <Text component="dt" size="sm" fw={600}>
        {term}
      </Text>
      <Text component="dd" size="sm" m={0}>
        {children}
      </Text>
    </div>
  )
}

function Needed({ entry: { datasets, lacking } }: { entry: MeasureEntry }) {
  const { t } = useWords()
  return (
    <>
      {datasets.map(({ id, title, imported }) => (
        <span key={id} style={{ display: 'block' }}>
          <PageLink to="/data/$id" params={{ id }}>
            {title}
          </PageLink>{' '}
          <Text span size="sm" fw={imported ? 600 : 400} className={imported ? '' : 'quiet'}>
            ({t(imported ? 'measures.here' : 'data.notHere')})
          </Text>
        </span>
      ))}
      {lacking.length > 0 && (
        <Text span size="sm" className="quiet" display="block">
          {t('measures.tables', { tables: lacking.join(', ') })}
        </Text>
      )}
    </>
  )
}

function rangeOf({ range: [low, high] }: MeasureEntry, open: string): string {
  const end = (value: number | null) => (value === null ? open : String(value).replace('-', '−'))
  return `[${end(low)}, ${end(high)}]`
}
