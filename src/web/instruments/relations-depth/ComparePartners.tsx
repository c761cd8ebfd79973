import { MultiSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Analysis } from '#domain/analysis'
import { comparePartners, mostCompared, relationsDepthResult } from '#instruments/relations-depth/instrument'
import { ExhibitView } from '../../components/ExhibitView.tsx'
import { useWords } from '../../language.ts'

/** Up to five partners side by side, criterion by criterion. */
export function ComparePartners({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const result = useMemo(() => relationsDepthResult(analysis.result), [analysis])
  const [chosen, choose] = useState(() => result.standings.slice(0, 3).map(({ relation }) => relation))
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
        value={chosen}
        onChange={choose}
        maxValues={mostCompared}
        searchable
      />
      <ExhibitView exhibit={exhibit} />
    </>
  )
}
