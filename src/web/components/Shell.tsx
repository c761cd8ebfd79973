import { ActionIcon, AppShell, Burger, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Fragment, useEffect, useState } from 'react'
import { changeLanguage, useWords } from '../language.ts'
import { ActingLine } from '../ratings/AssessorPicker.tsx'
import { PageLink, PageNavLink } from './links.tsx'

/** The frame of every page: name, search, language, where one can go. */
export function Shell() {
  const { t, language } = useWords()
  const [open, { toggle, close }] = useDisclosure(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => {
    if (path !== '') close()
  }, [path, close])
  const inside = (to: string) => path === to || path.startsWith(`${to}/`)
  const rooms = [
    { to: '/questions', label: t('questions.title') },
    { to: '/calibration', label: t('foresightScores.nav') },
    { to: '/contradictions', label: t('contradictions.title') },
    { to: '/scenarios', label: t('scenarios.title') },
    { to: '/drivers', label: t('drivers.title') },
    { to: '/warnings', label: t('warnings.nav') },
    { to: '/baselines', label: t('baselines.title') },
    { to: '/mechanisms', label: t('mechanisms.title') },
    { to: '/commitments', label: t('commitments.title') },
  ] as const
  const peace = [
    { to: '/mediation', label: t('mediation.nav') },
    { to: '/mediation/cases', label: t('mediationCases.nav') },
    { to: '/peacekeeping', label: t('peacekeeping.title') },
  ] as const
  const defence = [
    { to: '/defence', label: t('defence.nav') },
    { to: '/defence/network', label: t('network.nav') },
    { to: '/ledger', label: t('ledger.nav') },
    { to: '/constraints', label: t('constraints.title') },
  ] as const
  const foresight = rooms.map(({ to }) => to)
  const places = [
    { link: { to: '/' }, label: t('nav.home'), active: path === '/' || path.startsWith('/cases') },
    {
      link: { to: '/relations' },
      label: t('nav.relations'),
      active: ['/relations', '/frameworks', '/plans', '/measures', '/ratings'].some((one) =>
        path.startsWith(one),
      ),
    },
    { link: { to: '/questions' }, label: t('nav.foresight'), active: foresight.some(inside), below: rooms },
    {
      link: { to: '/mediation' },
      label: t('nav.peace'),
      active: peace.map(({ to }) => to).some(inside),
      below: peace,
    },
    {
      link: { to: '/defence' },
      label: t('nav.defence'),
      active: defence.map(({ to }) => to).some(inside),
      below: defence,
    },
    {
      link: { to: '/search' },
      label: t('nav.sources'),
      active: path.startsWith('/search') || path.startsWith('/records'),
    },
    {
      link: { to: '/instruments/$id', params: { id: 'socialization' } },
      label: t('nav.instruments'),
      active: path.startsWith('/instruments'),
    },
    { link: { to: '/positions' }, label: t('nav.positions'), active: path.startsWith('/positions') },
    { link: { to: '/data' }, label: t('nav.data'), active: path.startsWith('/data') },
    { link: { to: '/analyses' }, label: t('nav.analyses'), active: path.startsWith('/analyses') },
  ] as const
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding="md"
    >
      <AppShell.Header>
        <a className="skip" href="#content">
          {t('nav.skip')}
        </a>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.menu')} />
            <PageLink to="/" fw={700} ff="Georgia, serif" fz="lg" c="sea.7" underline="never">
              Soundings
            </PageLink>
          </Group>
          <SearchBox />
          <SegmentedControl
            size="xs"
            aria-label={t('nav.language')}
            value={language}
            onChange={(value) => void changeLanguage(value === 'vi' ? 'vi' : 'en')}
            data={[
              { value: 'en', label: 'EN' },
              { value: 'vi', label: 'VI' },
            ]}
          />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('nav.menu')}>
        {places.map((place) => (
          <Fragment key={place.link.to}>
            <PageNavLink {...place.link} label={place.label} active={place.active} />
            {'below' in place &&
              place.active &&
              place.below.map(({ to, label }) => (
                <PageNavLink
                  key={to}
                  to={to}
                  label={label}
                  active={inside(to)}
                  variant="subtle"
                  pl="xl"
                  py={4}
                />
              ))}
          </Fragment>
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {!['/ratings', '/questions'].some((one) => path.startsWith(one)) && <ActingLine />}
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}

function SearchBox() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  return (
    <search style={{ flex: 1, maxWidth: 420 }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim() !== '') void navigate({ to: '/search', search: { q: words } })
        }}
      >
        <TextInput
          size="xs"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          placeholder={t('search.placeholder')}
          aria-label={t('search.placeholder')}
          rightSection={
            <ActionIcon type="submit" variant="subtle" size="sm" aria-label={t('search.go')}>
              ⌕
            </ActionIcon>
          }
        />
      </form>
    </search>
  )
}
