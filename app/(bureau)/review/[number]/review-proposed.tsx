import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { AmountWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { Button } from '@/components/button'
import { TextInput } from '@/components/inputs'
import { StatusChip } from '@/components/marks'
import { Section } from '@/components/page'
import type { ReviewRecord } from '@/db/read/review'
import { type ForAgenda, findForAgenda, proposedForAgenda } from '@/db/read/review-proposed'
import { nameIn } from '@/domain/user/user'
import { addItemAction } from '../actions'
import { stageWords } from './stage-words'

/** What else could stand on the agenda: what the page shows and is not on it yet, and whatever is looked for by name. */
export async function ReviewProposed({ review, find }: { review: ReviewRecord; find: string }) {
  const permit = await may('review.edit')
  if (!permit) return null
  const [t, proposed, found] = await Promise.all([
    getTranslations('review'),
    proposedForAgenda(permit, review.number),
    find ? findForAgenda(permit, review.number, find) : [],
  ])
  return (
    <Section id="proposed" title={t('agenda.more')} note={t('agenda.moreNote')}>
      <details className="no-print" open={find !== ''}>
        <summary className="link">{t('agenda.find')}</summary>
        <form className="my-2 flex max-w-120 gap-2" action="#proposed">
          <TextInput name="find" aria-label={t('agenda.find')} defaultValue={find} maxLength={100} />
          <Button type="submit">{t('act.search')}</Button>
        </form>
        {find && found.length === 0 ? <p className="text-ink-2">{t('agenda.noneFound')}</p> : null}
        <Lines review={review.number} rows={found} />
      </details>
      {proposed.length === 0 ? <p className="text-ink-2">{t('agenda.noMore')}</p> : null}
      <Lines review={review.number} rows={proposed} />
    </Section>
  )
}

async function Lines({ review, rows }: { review: string; rows: readonly ForAgenda[] }) {
  const [t, names, stage] = await Promise.all([getTranslations('review'), naming(), stageWords()])
  return (
    <ul className="rows no-print">
      {rows.map(row => (
        <li key={row.number} className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1 basis-60">
            <a href={`/${row.noun}s/${row.number}`}>{nameIn(names.locale, row.name, row.names)}</a>{' '}
            {row.reasons.map(reason => (
              <StatusChip key={reason}>{t(`why.${reason}`)}</StatusChip>
            ))}
            <span className="block text-12 text-ink-2">
              {row.number} · {stage(row)} · <AmountWords money={row.amount} />
              {row.officerId === null ? null : ` · ${names.person(row.officerId)}`}
            </span>
          </span>
          <form action={addItemAction}>
            <input type="hidden" name="number" value={review} />
            <input type="hidden" name="record" value={row.number} />
            <Button
              type="submit"
              small
              look="outlined"
              aria-label={`${t('act.add')} ${nameIn(names.locale, row.name, row.names)}`}
            >
              {t('act.add')}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
