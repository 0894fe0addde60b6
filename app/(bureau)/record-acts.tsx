import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import type { FormAction } from '@/components/form'
import { Icon } from '@/components/icon'
import type { Permit } from '@/domain/policy/permit'
import { type Deletion, mayDelete } from '@/domain/record/deletion'
import { formWords } from '@/i18n/form-words'
import { RemoveDialog } from './remove-dialog'

type Held = Omit<Deletion, 'mine'> & { number: string; name: string; createdBy: number | null }

/** What this person may do with a company, contact or event: delete it, edit it, and what `children` offer. */
export async function RecordActs(props: {
  noun: 'company' | 'contact' | 'event'
  list: string
  record: Held
  remove: FormAction
  restore: (input: { number: string }) => Promise<unknown>
  /** Whether the record is in the hands of whoever holds the permit; everybody's when left out. */
  ours?: (permit: Permit) => boolean
  children?: ReactNode
}) {
  const { noun, record, ours = () => true } = props
  const [t, common, words, merge, edit, remove] = await Promise.all([
    getTranslations(noun),
    getTranslations('common.act'),
    getTranslations('merge.act'),
    noun === 'event' ? null : may(`${noun}.merge`),
    may(`${noun}.edit`),
    may(`${noun}.delete`),
  ])
  const mine = remove?.actor.id === record.createdBy
  return (
    <>
      {remove && ours(remove) && mayDelete(remove.actor.role, { ...record, mine }) ? (
        <RemoveDialog
          number={record.number}
          name={record.name}
          remove={props.remove}
          restore={props.restore}
          words={{
            title: t('act.delete'),
            close: common('close'),
            undo: common('undo'),
            deleted: t('deleted'),
            form: await formWords(),
          }}
        />
      ) : null}
      {merge ? (
        <LinkButton look="quiet" href={`/merge/${record.number}`}>
          <Icon name="layers" />
          {words('with')}
        </LinkButton>
      ) : null}
      {edit && ours(edit) ? (
        <LinkButton href={`${props.list}/${record.number}/edit`} data-key="e">
          <Icon name="pencil" />
          {t('act.edit')}
        </LinkButton>
      ) : null}
      {props.children}
    </>
  )
}

/** Begins a lead that names this record. */
export async function NewLeadHere({ href, children }: { href: string; children: ReactNode }) {
  if (!(await may('lead.create'))) return null
  return (
    <LinkButton look="primary" href={href}>
      <Icon name="plus" />
      {children}
    </LinkButton>
  )
}
