import type { FlagEntry } from '#api/contract/constraints'
import { call } from '../client.ts'
import { DecideForm } from '../components/DecideForm.tsx'
import { useWords } from '../language.ts'

const decisions = ['within', 'exception', 'breach', 'misread'] as const

/** Settles a flag with a decision and its reason. */
export function SettleFlagForm({ flag, done }: { flag: FlagEntry; done: () => void }) {
  const { t } = useWords()
  return (
    <DecideForm
      choices={decisions}
      inWords={(one) => t(`constraints.decided.${one}`)}
      question={t('constraints.decision')}
      label={t('constraints.settle')}
      note={t('constraints.settleNote')}
      decide={(decision, because) =>
        call('settleFlag', { body: { id: flag.id, decision, because, seen: flag.seen } })
      }
      done={done}
    />
  )
}
