import { getTranslations } from 'next-intl/server'
import { AmountWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { Button } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { StatusChip } from '@/components/marks'
import { Section } from '@/components/page'
import { PlainTable } from '@/components/table'
import type { ReviewItem, ReviewRecord } from '@/db/read/review'
import { nameIn } from '@/domain/user/user'
import { changeItemAction } from '../actions'
import { stageWords } from './stage-words'

/** The agenda in its order: each record, why it is there, what was decided, by whom, until when. */
export async function ReviewAgenda({ review, mayWrite }: { review: ReviewRecord; mayWrite: boolean }) {
  const [t, names, stage] = await Promise.all([getTranslations('review'), naming(), stageWords()])
  const { items } = review
  if (items.length === 0)
    return (
      <Section id="agenda" title={t('agenda.title')} count={0}>
        <p className="text-ink-2">{t('agenda.empty')}</p>
      </Section>
    )
  return (
    <Section id="agenda" title={t('agenda.title')} count={items.length}>
      <PlainTable
        caption={t('agenda.title')}
        head={
          <>
            <th scope="col">{t('minutes.no')}</th>
            <th scope="col">{t('agenda.record')}</th>
            <th scope="col">{t('agenda.why')}</th>
            <th scope="col">{t('field.decision')}</th>
            <th scope="col">{t('field.ownerId')}</th>
            <th scope="col">{t('field.dueOn')}</th>
            {mayWrite ? (
              <th scope="col" className="no-print">
                {t('agenda.acts')}
              </th>
            ) : null}
          </>
        }
      >
        {items.map((item, place) => (
          <tr key={item.id} id={`item-${item.id}`}>
            <td>{place + 1}</td>
            <td className="!whitespace-normal min-w-52">
              <a className="link" href={`/${item.noun}s/${item.number}`}>
                {nameIn(names.locale, item.name, item.names)}
              </a>
              <span className="block text-12 text-ink-2">
                {item.number} · {stage(item)}
                {item.days === null ? '' : ` · ${t('agenda.days', { days: item.days })}`} ·{' '}
                <AmountWords money={item.amount} />
              </span>
            </td>
            <td className="!whitespace-normal">
              {item.reasons.map(reason => (
                <StatusChip key={reason}>{t(`why.${reason}`)}</StatusChip>
              ))}
            </td>
            <td className="!whitespace-normal min-w-64">
              <Outcome item={item} />
              {item.decision ? <p className="whitespace-pre-line">{item.decision}</p> : null}
            </td>
            <td>{item.decision ? names.person(item.ownerId ?? item.officerId) : null}</td>
            <td>
              {item.dueOn ? <time dateTime={item.dueOn}>{names.day(item.dueOn)}</time> : null}
              {item.task ? (
                <a className="link block text-12" href={`/tasks/${item.task.id}`}>
                  {item.task.done ? t('agenda.done') : t('agenda.todo')}
                </a>
              ) : null}
            </td>
            {mayWrite ? (
              <td className="no-print">
                <ItemActs
                  review={review.number}
                  item={item}
                  first={place === 0}
                  last={place === items.length - 1}
                />
              </td>
            ) : null}
          </tr>
        ))}
      </PlainTable>
    </Section>
  )
}

const tone = { decided: 'green', noted: 'quiet', deferred: 'amber' } as const

export async function Outcome({ item }: { item: Pick<ReviewItem, 'outcome'> }) {
  const t = await getTranslations('review.outcome')
  if (!item.outcome) return <span className="text-ink-3">{t('none')}</span>
  return <StatusChip tone={tone[item.outcome]}>{t(item.outcome)}</StatusChip>
}

async function ItemActs(props: { review: string; item: ReviewItem; first: boolean; last: boolean }) {
  const { review, item } = props
  const [t, { locale }] = await Promise.all([getTranslations('review.act'), naming()])
  const name = nameIn(locale, item.name, item.names)
  const act = (to: 'up' | 'down' | 'off', icon: IconName, disabled = false) => (
    <form action={changeItemAction}>
      <input type="hidden" name="number" value={review} />
      <input type="hidden" name="item" value={item.id} />
      <Button
        type="submit"
        look="quiet"
        small
        square
        name="to"
        value={to}
        disabled={disabled}
        aria-label={t(to, { name })}
      >
        <Icon name={icon} small />
      </Button>
    </form>
  )
  return (
    <span className="inline-flex gap-1">
      {act('up', 'arrow-up', props.first)}
      {act('down', 'arrow-down', props.last)}
      {act('off', 'x')}
    </span>
  )
}
