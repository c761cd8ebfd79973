import { Text } from '@mantine/core'
import type { BaseRate } from '#api/contract/baselines'
import { useWords } from '../language.ts'

/** A base rate with its interval, the windows that were counted, the model beside it and the dataset. */
export function BaseRateText({ rate }: { rate: BaseRate }) {
  const { t, language } = useWords()
  const told = (value: number) =>
    value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const [low, high] = rate.interval.map(told)
  return (
    <div role="status">
      <Text>
        <b className="number">{told(rate.probability)}</b> {t('baselines.interval', { low, high })}
        {': '}
        {language === 'vi' ? rate.becauseVi : rate.because}.
      </Text>
      <Text size="sm" className="quiet">
        {t('baselines.rateModel', { chance: told(rate.model), until: rate.until })} {rate.citation}
      </Text>
    </div>
  )
}
