import { Alert, Button, FileButton, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { partsOf } from '#domain/framework-tree'
import { addressOf, call } from '../client.ts'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'

/** The frameworks of the workspace, and how a new one comes in by a file. */
export function FrameworksPage() {
  const { t, language } = useWords()
  const frameworks = useEvery('framework')
  return (
    <Stack gap="md" maw={900}>
      <div>
        <Title order={1} fz={28}>
          {t('frameworks.plural')}
        </Title>
        <Text className="quiet">{t('frameworks.pluralAbout')}</Text>
      </div>
      <Loaded query={frameworks}>
        {(list) =>
          list.length === 0 ? (
            <Alert>{t('frameworks.none')}</Alert>
          ) : (
            <div className="scroll">
              <Table verticalSpacing={6}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('frameworks.framework')}</Table.Th>
                    <Table.Th>{t('frameworks.edition')}</Table.Th>
                    <Table.Th>{t('record.version')}</Table.Th>
                    <Table.Th>{t('frameworks.leaves')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {list.map(({ id, version, body }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <PageLink to="/frameworks/$" params={{ _splat: id }}>
                          {(language === 'vi' ? body.titleVi : undefined) ?? body.title}
                        </PageLink>
                        <Text size="xs" className="quiet">
                          {id}
                        </Text>
                      </Table.Td>
                      <Table.Td>{body.edition}</Table.Td>
                      <Table.Td className="number">{version}</Table.Td>
                      <Table.Td className="number">
                        {body.criteria.filter(({ code }) => partsOf(body.criteria, code).length === 0).length}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </Loaded>
      <Bring />
    </Stack>
  )
}

/** Brings frameworks in from a file, all or nothing. */
function Bring() {
  const { t } = useWords()
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const again = useRef<() => void>(null)
  const bring = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text()
      again.current?.() // so that the same file, mended, can be chosen again
      return call('importRecords', { body: { files: [{ name: file.name, text }], why } })
    },
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <section aria-label={t('frameworks.bring')}>
      <Title order={2} fz="lg">
        {t('frameworks.bring')}
      </Title>
      <Text size="sm" className="quiet">
        {t('frameworks.bringAbout')}{' '}
        <a href={addressOf('template', { params: { kind: 'framework' } })}>{t('frameworks.template')}</a>
      </Text>
      <Group align="flex-end" mt="xs">
        <TextInput
          label={t('record.why')}
          required
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <FileButton
          resetRef={again}
          accept=".yaml,.yml,.json"
          inputProps={{ 'aria-label': t('frameworks.load') }}
          onChange={(file) => file !== null && bring.mutate(file)}
        >
          {(props) => (
            <Button {...props} variant="default" disabled={why.trim() === ''} loading={bring.isPending}>
              {t('frameworks.load')}
            </Button>
          )}
        </FileButton>
      </Group>
      {bring.isError && <ProblemNote cause={bring.error} />}
      {bring.data !== undefined && (
        <Text size="sm" role="status">
          {t('frameworks.brought', { added: bring.data.added, superseded: bring.data.superseded })}
        </Text>
      )}
    </section>
  )
}
