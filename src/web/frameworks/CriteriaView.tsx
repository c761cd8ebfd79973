import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Criterion } from '#domain/framework'
import { partsOf, shifted, withAdded, without } from '#domain/framework-tree'
import { useWords } from '../language.ts'
import { AddCriterion } from './AddCriterion.tsx'
import { CriterionForm } from './CriterionForm.tsx'
import { CriterionSheet } from './CriterionSheet.tsx'
import type { Draft } from './draft.ts'
import { FrameworkTree } from './FrameworkTree.tsx'
import { RemoveCriterion } from './RemoveCriterion.tsx'

interface CriteriaProps {
  readonly draft: Draft
  readonly editing: boolean
  readonly chosen: string | undefined
  readonly choose: (code: string) => void
}

/** The tree beside the criterion that is chosen in it: to be read, or to be written. */
export function CriteriaView({ draft, editing, chosen, choose }: CriteriaProps) {
  const { t, language } = useWords()
  const sheet = useRef<HTMLHeadingElement>(null)
  const [adding, setAdding] = useState<{ readonly parent: string | undefined } | null>(null)
  const [removing, setRemoving] = useState<Criterion | null>(null)
  const { now } = draft
  const criterion = now.criteria.find(({ code }) => code === chosen) ?? now.criteria[0]
  const siblings = partsOf(now.criteria, criterion?.parent)
  const at = criterion === undefined ? -1 : siblings.indexOf(criterion)
  return (
    <div className="two-panes">
      <div>
        <FrameworkTree
          framework={now}
          chosen={criterion?.code}
          faults={draft.faults}
          choose={(code, opened) => {
            choose(code)
            if (opened) requestAnimationFrame(() => sheet.current?.focus())
          }}
        />
        {editing && (
          <Button
            mt="xs"
            size="compact-sm"
            variant="default"
            onClick={() => setAdding({ parent: undefined })}
          >
            {t('frameworks.addTop')}
          </Button>
        )}
      </div>
      {criterion !== undefined && (
        <Paper withBorder p="md" component="section" aria-labelledby="criterion-title" className="pane-sheet">
          <Title order={2} fz="lg" mb="xs" id="criterion-title" ref={sheet} tabIndex={-1}>
            {(language === 'vi' ? criterion.titleVi : undefined) ?? criterion.title}{' '}
            <Text span size="xs" className="quiet">
              {criterion.code}
            </Text>
          </Title>
          {editing && (
            <Group gap="xs" my="xs">
              <Button
                size="compact-sm"
                variant="default"
                disabled={at <= 0}
                onClick={() => draft.edit((framework) => shifted(framework, criterion.code, -1))}
              >
                {t('frameworks.up')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                disabled={at === siblings.length - 1}
                onClick={() => draft.edit((framework) => shifted(framework, criterion.code, 1))}
              >
                {t('frameworks.down')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setAdding({ parent: criterion.code })}
              >
                {t('frameworks.addPart')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                disabled={now.criteria.length === 1}
                onClick={() => setRemoving(criterion)}
              >
                {t('frameworks.removeAsk')}
              </Button>
            </Group>
          )}
          {editing ? (
            <CriterionForm key={criterion.code} draft={draft} criterion={criterion} />
          ) : (
            <CriterionSheet framework={now} criterion={criterion} />
          )}
        </Paper>
      )}
      {adding !== null && (
        <AddCriterion
          framework={now}
          parent={adding.parent}
          close={() => setAdding(null)}
          add={(added) => {
            draft.edit((framework) => withAdded(framework, added))
            choose(added.code)
            setAdding(null)
          }}
        />
      )}
      {removing !== null && (
        <RemoveCriterion
          framework={now}
          criterion={removing}
          close={() => setRemoving(null)}
          remove={() => {
            draft.edit((framework) => without(framework, removing.code))
            if (removing.parent !== undefined) choose(removing.parent)
            setRemoving(null)
          }}
        />
      )}
    </div>
  )
}
