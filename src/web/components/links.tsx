import {
  Anchor,
  type AnchorProps,
  Badge,
  type BadgeProps,
  Card,
  type CardProps,
  NavLink,
  type NavLinkProps,
} from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'

/** What a part needs to be a link: a place for the router's reference, and what it shows. */
interface Linked {
  readonly ref?: Ref<HTMLAnchorElement>
  readonly children?: ReactNode
}

/** Mantine's parts as links of the router, with addresses that are checked. */
export const PageLink = createLink((props: Omit<AnchorProps, 'href'> & Linked) => (
  <Anchor inherit {...props} />
))
export const PageNavLink = createLink((props: Omit<NavLinkProps, 'href'> & Linked) => <NavLink {...props} />)
export const PageCard = createLink((props: CardProps & Linked) => <Card component="a" {...props} />)
export const PageBadge = createLink((props: BadgeProps & Linked) => <Badge component="a" {...props} />)

interface RecordLinkProps {
  readonly kind: string
  readonly id: string
  /** the place to look at, shown on the page of the record */
  readonly place?: string | undefined
  readonly children: ReactNode
}

/** A link to the page of a record. */
export function RecordLink({ kind, id, place, children }: RecordLinkProps) {
  if (kind === 'analysis')
    return (
      <PageLink to="/analyses/$id" params={{ id }}>
        {children}
      </PageLink>
    )
  return (
    <PageLink
      to="/records/$kind/$"
      params={{ kind, _splat: id }}
      {...(place === undefined ? {} : { hash: place })}
    >
      {children}
    </PageLink>
  )
}
