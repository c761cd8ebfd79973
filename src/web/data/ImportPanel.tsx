import { Button, Checkbox, FileInput, Group, Paper, Progress, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Dataset, DatasetVersion } from '#api/contract/datasets'
import { addressOf, call, ProblemError } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'
import { ImportReport } from './ImportReport.tsx'

/** Brings files of a dataset: sent, imported as a job, reported; names that no list knows can be told and tried again. */
export function ImportPanel({ dataset }: { dataset: Dataset }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const [append, setAppend] = useState(false)
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [sent, setSent] = useState<number>()
  const begin = async () => {
    const uploads: string[] = []
    for (const [at, file] of files.entries())
      uploads.push(await send(file, (share) => setSent((at + share) / files.length)))
    setSent(undefined)
    return call('importDataset', { params: { id: dataset.id }, body: { uploads, append, names } })
  }
  const work = useJob(begin, () => void client.invalidateQueries({ queryKey: ['datasets'] }))
  const version = work.job?.state === 'done' ? (work.job.result as DatasetVersion) : undefined // what this job gives
  return (
    <Paper withBorder p="md" my="md" component="section" aria-label={t('data.import')}>
      <Title order={2} fz="lg" mb="xs">
        {t('data.import')}
      </Title>
      <Text size="sm" className="quiet" mb="sm">
        {t('data.importAbout')}{' '}
        <a href={dataset.url} rel="noreferrer" target="_blank">
          {dataset.url}
        </a>
      </Text>
      <Group align="end">
        <FileInput
          multiple
          clearable
          w={360}
          label={t('data.files')}
          placeholder={t('data.choose')}
          value={files}
          onChange={setFiles}
        />
        <Checkbox
          label={t('data.append')}
          checked={append}
          onChange={(event) => setAppend(event.currentTarget.checked)}
        />
        <Button onClick={work.start} disabled={files.length === 0 || work.running}>
          {t('data.importNow')}
        </Button>
      </Group>
      {sent !== undefined && work.running && (
        <Progress my="sm" w={260} value={100 * sent} aria-label={t('data.sending')} />
      )}
      <JobProgress work={work} />
      {version !== undefined && (
        <ImportReport
          reports={version.tables.flatMap((table) =>
            table.reports.filter(({ file }) => files.some(({ name }) => name === file)),
          )}
          names={names}
          onNames={setNames}
          onAgain={work.start}
        />
      )}
    </Paper>
  )
}

/** Sends a file with a look at how far it is, which `fetch` does not give. */
function send(file: File, tell: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf('uploadFile', { query: { name: file.name } }))
    request.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 1 : loaded / total)
    request.onerror = () => reject(new Error('the file could not be sent'))
    request.onload = () => {
      const answer = JSON.parse(request.responseText) // the API answers JSON, also for problems
      if (request.status === 200) resolve(answer.upload)
      else reject(new ProblemError(answer))
    }
    request.send(file)
  })
}
