import { Text, Title } from '@mantine/core'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useWords()
  return (
    <>
      <Title order={1}>{t('notFound.title')}</Title>
      <Text my="md">{t('notFound.advice')}</Text>
      <PageLink to="/">{t('nav.home')}</PageLink>
    </>
  )
}
