import { Button, CloseButton, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import type { Support } from '#domain/support'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'

interface SourcesFormProps {
  readonly supports: readonly Support[] | undefined
  readonly wrong: (field: string) => string | undefined
  readonly set: (supports: Support[] | undefined) => void
}

/** The pages that name a criterion: source and place. */
export function SourcesForm({ supports = [], wrong, set }: SourcesFormProps) {
  const { t } = useWords()
  const sources = useEvery('source')
  const change = (at: number, support: Support) =>
    set(supports.map((one, place) => (place === at ? support : one)))
  return (
    <Stack gap={6} role="group" aria-label={t('frameworks.source')}>
      <Text size="sm" fw={500}>
        {t('frameworks.source')}
      </Text>
      {supports.map((support, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a support has no other name than its place
        <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
          <div className="two-fields">
            <Select
              aria-label={t('frameworks.sourceAt', { at: at + 1 })}
              searchable
              allowDeselect={false}
              limit={50}
              data={(sources.data ?? []).map(({ id, label }) => ({ value: id, label }))}
              value={support.source}
              error={wrong(`restsOn.${at}.source`)}
              onChange={(source) => source !== null && change(at, { ...support, source })}
            />
            <TextInput
              aria-label={t('frameworks.locatorAt', { at: at + 1 })}
              placeholder={t('frameworks.locator')}
              value={support.locator ?? ''}
              error={wrong(`restsOn.${at}.locator`)}
              onChange={(event) => {
                const { locator: _, ...rest } = support
                const { value } = event.currentTarget
                change(at, value === '' ? rest : { ...rest, locator: value })
              }}
            />
          </div>
          <CloseButton
            mt={4}
            aria-label={t('frameworks.dropSource', { at: at + 1 })}
            onClick={() =>
              set(supports.length === 1 ? undefined : supports.filter((_, place) => place !== at))
            }
          />
        </Group>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        disabled={(sources.data ?? []).length === 0}
        onClick={() => {
          const first = supports.at(-1)?.source ?? sources.data?.[0]?.id
          if (first !== undefined) set([...supports, { source: first }])
        }}
      >
        {t('frameworks.addSource')}
      </Button>
    </Stack>
  )
}
