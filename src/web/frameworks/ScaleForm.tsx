import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { Criterion } from '#domain/framework'
import { useWords } from '../language.ts'

type Scale = Exclude<Criterion['scale'], undefined>
const mostLevels = 9

interface ScaleFormProps {
  readonly scale: Criterion['scale']
  readonly wrong: (field: string) => string | undefined
  readonly set: (scale: Scale | undefined) => void
}

/** The levels of a scale, each with its description in both languages. */
export function ScaleForm({ scale = [], wrong, set }: ScaleFormProps) {
  const { t } = useWords()
  const change = (at: number, language: 'en' | 'vi', text: string) =>
    set(
      scale.map((anchor, place) => {
        if (place !== at) return anchor
        if (language === 'en') return { ...anchor, en: text }
        const { vi: _, ...rest } = anchor
        return text === '' ? rest : { ...rest, vi: text }
      }),
    )
  const fault = wrong('scale')
  return (
    <Stack gap={6} role="group" aria-label={t('frameworks.scale')}>
      <Text size="sm" fw={500}>
        {t('frameworks.scale')}
      </Text>
      {fault !== undefined && (
        <Text size="xs" c="red.8" role="alert">
          {fault}
        </Text>
      )}
      {scale.map((anchor, at) => (
        <Group key={anchor.level} gap="xs" wrap="nowrap" align="flex-start">
          <Text className="number" w={18} pt={6} aria-hidden="true">
            {anchor.level}
          </Text>
          <div className="two-fields">
            <TextInput
              aria-label={t('frameworks.anchorEn', { level: anchor.level })}
              placeholder="English"
              value={anchor.en}
              error={wrong(`scale.${at}.en`) !== undefined}
              onChange={(event) => change(at, 'en', event.currentTarget.value)}
            />
            <TextInput
              aria-label={t('frameworks.anchorVi', { level: anchor.level })}
              placeholder="Tiếng Việt"
              value={anchor.vi ?? ''}
              onChange={(event) => change(at, 'vi', event.currentTarget.value)}
            />
          </div>
        </Group>
      ))}
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          disabled={scale.length >= mostLevels}
          onClick={() => set([...scale, { level: scale.length + 1, en: '' }])}
        >
          {t('frameworks.addLevel')}
        </Button>
        {scale.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => set(scale.length === 1 ? undefined : scale.slice(0, -1))}
          >
            {t('frameworks.dropLevel')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
