import { CloseButton, NumberInput, Slider, Text, TextInput } from '@mantine/core'
import { isMissing, type Missing } from '#domain/missing'
import type { Plan } from '#domain/plan'
import type { Leaf } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import { useWords } from '../language.ts'
import { gainText } from './gain-text.ts'

/** What is aimed at on one leaf. */
export type Aim = Omit<Plan['targets'][number], 'leaf'>

interface TargetRowProps {
  readonly leaf: Leaf
  readonly aim: Aim | undefined
  /** depth gained if this target alone is reached */
  readonly gain: number | Missing | undefined
  readonly set: (aim: Aim | null) => void
}

const step = 0.05

/** One leaf: where it stands with its interval, the target, how far it is, what it costs, who does it, what it gains. */
export function TargetRow({ leaf, aim, gain, set }: TargetRowProps) {
  const { t, language } = useWords()
  const name = language === 'vi' ? leaf.titleVi : leaf.title
  const number = (value: number) => cellText(value, language)
  const { share, sd } = leaf
  const interval = isMissing(share)
    ? null
    : ([Math.max(0, share - 1.6449 * sd), Math.min(1, share + 1.6449 * sd)] as const) // 90 %, as the analysis tells it
  const told = gain === undefined ? '–' : isMissing(gain) ? t('plans.unknown') : gainText(gain, language)
  const perEffort =
    aim === undefined || gain === undefined || isMissing(gain) ? '–' : gainText(gain / aim.effort, language)
  const start: Aim = { share: isMissing(share) ? 0 : share, effort: 1 }
  const facts = [
    [
      t('plans.now'),
      isMissing(share) ? t('plans.unknown') : cellText({ value: share, interval }, language),
      isMissing(share) ? share.because : undefined,
    ],
    [t('plans.target'), aim === undefined ? t('plans.noTarget') : number(aim.share), undefined],
    [t('plans.distance'), aim === undefined || isMissing(share) ? '–' : number(aim.share - share), undefined],
    [t('plans.gain'), told, gain !== undefined && isMissing(gain) ? gain.because : undefined],
    [t('plans.perEffort'), perEffort, undefined],
  ] as const
  return (
    <li className={aim === undefined ? 'target' : 'target aimed'}>
      <Text size="sm" fw={600} className="target-name">
        {name}
        {leaf.weight === 0 && (
          <Text span size="xs" className="quiet">
            {' '}
            ({t('plans.zeroWeight')})
          </Text>
        )}
        {leaf.illustrative && (
          <Text span size="xs" className="quiet">
            {' '}
            ({t('plans.illustrative')})
          </Text>
        )}
      </Text>
      <dl className="target-facts">
        {facts.slice(0, aim === undefined ? 1 : facts.length).map(([term, value, why]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="number" title={why}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <div className="target-slider">
        {interval !== null && (
          <span
            aria-hidden="true"
            className="target-now"
            style={{ left: `${100 * interval[0]}%`, width: `${100 * (interval[1] - interval[0])}%` }}
          />
        )}
        <Slider
          min={0}
          max={1}
          step={step}
          label={number}
          color={aim === undefined ? 'gray' : 'sea'}
          value={aim?.share ?? (isMissing(share) ? 0 : share)}
          onChange={(value) => set({ ...(aim ?? start), share: Math.round(value * 100) / 100 })}
          thumbLabel={t('plans.targetOf', { name })}
        />
      </div>
      {aim !== undefined && (
        <div className="target-who">
          <NumberInput
            size="xs"
            aria-label={t('plans.effortOf', { name })}
            placeholder={t('plans.effort')}
            leftSection={
              <Text size="xs" className="quiet">
                {t('plans.effort')}
              </Text>
            }
            leftSectionWidth={72}
            min={0.01}
            decimalScale={2}
            value={aim.effort}
            onChange={(value) => Number(value) > 0 && set({ ...aim, effort: Number(value) })}
          />
          <TextInput
            size="xs"
            aria-label={t('plans.ownerOf', { name })}
            placeholder={t('plans.owner')}
            value={aim.owner ?? ''}
            onChange={(event) => {
              const { owner: _, ...rest } = aim
              const { value } = event.currentTarget
              set(value === '' ? rest : { ...rest, owner: value })
            }}
          />
          <CloseButton size="sm" aria-label={t('plans.drop', { name })} onClick={() => set(null)} />
        </div>
      )}
    </li>
  )
}
