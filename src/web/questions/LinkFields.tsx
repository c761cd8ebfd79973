import { Group, Select, TextInput } from '@mantine/core'
import type { Kind } from '#domain/record'
import { useEvery } from '../every-record.ts'
import type { QuestionFields, QuestionTexts } from './question-fields.ts'
import { useQuestionWords } from './words.ts'

const links = ['relation', 'institution', 'commitment', 'case'] as const

/** How a text of the form is bound to its label and its place in the question. */
export type Bind = (
  field: keyof QuestionTexts,
  of?: string,
) => {
  readonly label: string
  readonly value: string
  readonly disabled: boolean
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void
}

interface LinkFieldsProps {
  readonly fields: QuestionFields
  readonly change: (part: Partial<QuestionFields>) => void
  readonly locked: ReadonlySet<string>
  readonly bind: Bind
}

/** What a question hangs together with: a relation, a mechanism, a commitment, a case, another question. */
export function LinkFields({ fields, change, locked, bind }: LinkFieldsProps) {
  const { t } = useQuestionWords()
  return (
    <>
      <Group gap="sm" align="flex-end">
        {links.map((kind) => (
          <RecordPicker
            key={kind}
            kind={kind}
            label={capital(t(`kind.${kind}`))}
            value={fields[kind]}
            onChange={(id) => change({ [kind]: id })}
          />
        ))}
      </Group>
      <Group gap="sm" align="flex-end">
        <RecordPicker
          kind="question"
          label={t('questions.form.condition')}
          value={fields.condition}
          disabled={locked.has('condition')}
          onChange={(condition) => change({ condition })}
        />
        {fields.condition !== '' && <TextInput w={220} {...bind('conditionOutcome', 'condition')} />}
      </Group>
    </>
  )
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

/** One record of a kind, found by its label; none if it is cleared. */
function RecordPicker({
  kind,
  label,
  value,
  disabled = false,
  onChange,
}: {
  kind: Kind
  label: string
  value: string
  disabled?: boolean
  onChange: (id: string) => void
}) {
  const { t } = useQuestionWords()
  const records = useEvery(kind)
  const known = (records.data ?? []).map(({ id, label: named }) => ({ value: id, label: named }))
  const data =
    value === '' || known.some((one) => one.value === value) ? known : [{ value, label: value }, ...known]
  return (
    <Select
      label={label}
      searchable
      clearable
      limit={60}
      w={280}
      maw="100%"
      disabled={disabled}
      data={data}
      nothingFoundMessage={t('questions.form.nothingFound')}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}
