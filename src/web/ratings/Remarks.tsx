import { Button, Group, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Room } from '#api/contract/ratings'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { useNames } from './words.ts'

/** What was said about a cell, by whom and when; and a place to say something, while the round is discussed. */
export function Remarks({ room, leaf, relation }: { room: Room; leaf: string; relation: string }) {
  const { t, language } = useWords()
  const names = useNames(room)
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const said = room.remarks.filter((one) => one.leaf === leaf && one.relation === relation)
  const send = useMutation({
    mutationFn: () =>
      call('remark', { params: { id: room.id }, body: { leaf, relation, text: text.trim() } }),
    onSuccess: async () => {
      setText('')
      await queries.invalidateQueries({ queryKey: ['round', room.id] })
    },
  })
  const maySpeak = room.state === 'closed' && room.me !== null
  if (said.length === 0 && !maySpeak) return null
  return (
    <details open={said.length > 0}>
      <summary>{t('ratings.remarks', { count: said.length })}</summary>
      {said.map(({ id, by, at, text: words }) => (
        <Text key={id} size="sm" my={4} style={{ overflowWrap: 'anywhere' }}>
          <b>{names.assessor(by)}</b>{' '}
          <span className="quiet">
            {new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}
          </span>
          <br />
          {words}
        </Text>
      ))}
      {maySpeak && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            send.mutate()
          }}
        >
          <Group gap="xs" align="flex-end" wrap="wrap">
            <Textarea
              label={t('ratings.remark')}
              autosize
              minRows={1}
              w={420}
              maw="100%"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button
              type="submit"
              size="xs"
              variant="default"
              disabled={text.trim() === ''}
              loading={send.isPending}
            >
              {t('ratings.say')}
            </Button>
          </Group>
        </form>
      )}
      {send.isError && <ProblemNote cause={send.error} />}
    </details>
  )
}
