import { Badge, Button, Group, Paper, Select, Slider, Text, TextInput, Title } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import type { socializationResult } from '#instruments/socialization/instrument'
import { cellText } from '#report/compose'
import { EvidenceLinks } from '../../components/EvidenceLinks.tsx'
import { useWords } from '../../language.ts'
import { hypothesisWords } from './words.ts'

type Result = ReturnType<typeof socializationResult>
type Clue = Result['weighing']['clues'][number]
const atOnce = 25

interface CluesProps {
  readonly result: Result
  readonly factors: ReadonlyMap<string, number>
  readonly change: (clue: string, factor: number) => void
}

/** The clues, those that do most for or against the verdict first; each opens its source and can be re-judged. */
export function CluesView({ result, factors, change }: CluesProps) {
  const { t, language } = useWords()
  const { weighing } = result
  const [words, setWords] = useState('')
  const [only, setOnly] = useState<string | null>(null)
  const [shown, setShown] = useState(atOnce)
  const asked = useDeferredValue(words.toLowerCase())
  const mechanisms = [...new Set(weighing.clues.flatMap((c) => c.bearings.map((b) => b.hypothesis)))]
  const clues = weighing.clues
    .filter((c) => asked === '' || c.claim.toLowerCase().includes(asked) || c.id.includes(asked))
    .filter((c) => only === null || c.bearings.some((b) => b.hypothesis === only))
    .toSorted((a, b) => Math.abs(b.countedDb) - Math.abs(a.countedDb))
  const widest = Math.max(...weighing.clues.map((c) => Math.abs(c.countedDb)), 1)
  return (
    <section aria-label={t('case.clues')}>
      <Title order={3} fz="lg" mt="lg">
        {t('case.clues')} <span className="quiet number">{clues.length}</span>
      </Title>
      <Text size="sm" className="quiet">
        {t('case.cluesExplain', { against: hypothesisWords(weighing.single.against, language) })}
      </Text>
      <Group my="sm" align="flex-end">
        <TextInput
          label={t('case.filterWords')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          style={{ flex: 1, minWidth: 160 }}
        />
        <Select
          label={t('case.filterMechanism')}
          clearable
          value={only}
          onChange={setOnly}
          data={mechanisms.map((m) => ({ value: m, label: hypothesisWords(m, language) }))}
        />
      </Group>
      {clues.slice(0, shown).map((clue) => (
        <ClueCard
          key={clue.id}
          clue={clue}
          witness={result.witnesses[clue.witness] ?? clue.witness}
          widest={widest}
          factor={factors.get(clue.id) ?? 1}
          change={change}
        />
      ))}
      {shown < clues.length && (
        <Button variant="default" onClick={() => setShown(shown + 50)}>
          {t('exhibit.more', { count: clues.length - shown })}
        </Button>
      )}
    </section>
  )
}

interface ClueCardProps {
  readonly clue: Clue
  readonly witness: string
  readonly widest: number
  readonly factor: number
  readonly change: CluesProps['change']
}

function ClueCard({ clue, witness, widest, factor, change }: ClueCardProps) {
  const { t, language } = useWords()
  const label = `weight-${clue.id}`
  return (
    <Paper withBorder p="sm" mb="xs" component="article">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text>{clue.claim}</Text>
          <Text size="xs" className="quiet">
            {clue.id} · {clue.date ?? t('case.undated')} · {witness}
            {clue.observed === 'no' ? ` · ${t('case.absent')}` : ''}
          </Text>
        </div>
        <div style={{ textAlign: 'right' }}>
          <Text className="number" fw={600} size="sm">
            {clue.countedDb >= 0 ? '+' : '−'}
            {Math.abs(clue.countedDb).toFixed(1)} dB
          </Text>
          <WeightBar db={clue.countedDb} widest={widest} />
          <EvidenceLinks evidence={clue.evidence} />
        </div>
      </Group>
      <Group gap={6} mt={6}>
        {clue.bearings.map((b) => (
          <Badge
            key={`${b.hypothesis} ${b.direction}`}
            variant="light"
            color={b.direction === 'for' ? 'sea' : 'sand'}
            tt="none"
            fw={500}
            title={`${b.because}${b.inferredBy === null ? '' : ` (${b.inferredBy})`}`}
            style={b.counted ? undefined : { textDecoration: 'line-through' }}
          >
            {t(`direction.${b.direction}`)} {hypothesisWords(b.hypothesis, language)},{' '}
            {t(`weight.${b.weight}`)}
          </Badge>
        ))}
        <Badge variant="outline" color="gray" tt="none" fw={500}>
          {t(`test.${clue.test}`)}
        </Badge>
      </Group>
      <ul className="quiet" style={{ margin: '6px 0 4px', paddingLeft: 18, fontSize: 13 }}>
        {clue.bearings.map((b) => (
          <li key={`${b.hypothesis} ${b.because}`}>{b.because}</li>
        ))}
      </ul>
      <Group gap="sm" wrap="nowrap">
        <Text size="xs" id={label} w={150}>
          {t('whatIf.weight')} <span className="number">× {cellText(factor, language)}</span>
        </Text>
        <Slider
          style={{ flex: 1 }}
          size="sm"
          min={-1}
          max={2}
          step={0.05}
          value={factor}
          onChange={(value) => change(clue.id, value)}
          marks={[{ value: 0 }, { value: 1 }]}
          label={(value) => `× ${cellText(value, language)}`}
          thumbProps={{ 'aria-labelledby': label }}
        />
        <Text size="xs" className="quiet number" w={120} ta="right">
          {t('whatIf.without')} {cellText(clue.without.posterior, language)}
        </Text>
      </Group>
    </Paper>
  )
}

function WeightBar({ db, widest }: { db: number; widest: number }) {
  const share = (Math.abs(db) / widest) * 50
  const style =
    db >= 0
      ? { left: '50%', width: `${share}%`, background: 'var(--for)' }
      : { right: '50%', width: `${share}%`, background: 'var(--against)' }
  return (
    <div className="db" aria-hidden="true">
      <span style={style} />
    </div>
  )
}
