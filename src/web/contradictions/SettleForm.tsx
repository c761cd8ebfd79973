import type { BoardEntry } from '#api/contract/contradictions'
import { call } from '../client.ts'
import { DecideForm } from '../components/DecideForm.tsx'
import { useWords } from '../language.ts'
import type { Asked } from './asked.ts'

export const decisions = ['agreed', 'one-withdrawn', 'both-stand', 'no-contradiction'] as const

/** Settles a contradiction with a decision and its reason. */
export function SettleForm({ entry, asked, done }: { entry: BoardEntry; asked: Asked; done: () => void }) {
  const { t } = useWords()
  return (
    <DecideForm
      choices={decisions}
      inWords={(one) => t(`contradictions.decided.${one}`)}
      question={t('contradictions.decision')}
      label={t('contradictions.settle')}
      note={t('contradictions.settleNote')}
      decide={(decision, because) =>
        call('settleContradiction', {
          body: { ...asked, id: entry.id, decision, because, seen: entry.settlementVersion },
        })
      }
      done={done}
    />
  )
}
