import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/page'

type Words = { title: string; says: string }

/** Nothing here: because of the filter, which can be taken away, or because nothing has come yet (`children`: the first step). */
export function ListEmpty(props: {
  path: string
  narrowed: boolean
  filtered: Words
  first: Words
  note?: ReactNode
  children?: ReactNode
}) {
  const t = useTranslations('common.act')
  const { title, says } = props.narrowed ? props.filtered : props.first
  return (
    <EmptyState title={title} says={says} note={props.note}>
      {props.narrowed ? <LinkButton href={props.path}>{t('clearAll')}</LinkButton> : props.children}
    </EmptyState>
  )
}
