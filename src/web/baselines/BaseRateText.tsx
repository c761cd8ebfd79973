import { Text } from '@mantine/core'
import type { BaseRate } from '#api/contract/baselines'
import { useWords } from '../language.ts'

/** A base rate with its interval, the windows that were counted, the model beside it and the dataset. */
export function BaseRateText({ rate }: { rate: BaseRate }) {
  const { t, language } = useWords()
  const [low, high] = rate.interval.map((end) => end.toFixed(2))
  return (
    <div role="status">
      <Text>
        <b className="number">{rate.probability.toFixed(2)}</b> {t('baselines.interval', { low, high })}
        {': '}
        {language === 'vi' ? rate.becauseVi : rate.because}.
      </Text>
      <Text size="sm" className="quiet">
        {t('baselines.rateModel', { chance: rate.model.toFixed(2), until: rate.until })} {rate.citation}
      </Text>
    </div>
  )
}
