import { MultiSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Analysis } from '#domain/analysis'
import { isMissing } from '#domain/missing'
import { comparePartners, mostCompared, relationsDepthResult } from '#instruments/relations-depth/instrument'
import { ExhibitView } from '../../components/ExhibitView.tsx'
import { useWords } from '../../language.ts'

/** Up to five partners side by side, criterion by criterion. */
export function ComparePartners({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const result = useMemo(() => relationsDepthResult(analysis.result), [analysis])
  const [chosen, choose] = useState(() => deepest(result))
  const exhibit = useMemo(() => comparePartners(result, chosen, language), [result, chosen, language])
  return (
    <>
      <MultiSelect
        mt="md"
        label={t('relations.chooseFive')}
        data={result.standings.map(({ relation, title, titleVi }) => ({
          value: relation,
          label: language === 'vi' ? titleVi : title,
        }))}
        value={[...chosen]}
        onChange={choose}
        maxValues={mostCompared}
        searchable
      />
      <ExhibitView exhibit={exhibit} />
    </>
  )
}

/** The relation asked for and the two deepest besides it. */
function deepest({ standings }: ReturnType<typeof relationsDepthResult>): readonly string[] {
  const depth = (one: (typeof standings)[number]) => (isMissing(one.depth) ? -1 : one.depth.value)
  const [asked, ...others] = standings
  const next = others.toSorted((a, b) => depth(b) - depth(a)).slice(0, 2)
  return [asked, ...next].flatMap((one) => (one === undefined ? [] : [one.relation]))
}
