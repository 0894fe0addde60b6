import { getTranslations } from 'next-intl/server'
import type { Reference } from '@/db/read/reference'
import type { ReviewItem, ReviewRecord } from '@/db/read/review'
import {
  expectedBuckets,
  expectedSum,
  reviewCounts,
  reviewFlows,
  reviewStocks,
  sumOfLines,
} from '@/domain/figure/review'
import type { Sum } from '@/domain/money/sum'
import { words } from '@/domain/money/words'
import type { MinutesText } from '@/domain/review/minutes-docx'
import { punctuation } from '@/domain/user/punctuation'
import { type Locale, nameIn } from '@/domain/user/user'
import { stageWords } from '../stage-words'

/** The minutes of a review in the words of a language, whoever asks for them. */
export async function minutesText(
  review: ReviewRecord,
  ref: Reference,
  locale: Locale,
): Promise<MinutesText> {
  const [t, money, common, stage] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'money' }),
    getTranslations({ locale, namespace: 'common.say' }),
    stageWords(locale),
  ])
  const { colon } = punctuation(locale)
  const named = (rows: Reference['desks'] | Reference['people'], id: number | null) => {
    const one = rows.find(row => row.id === id)
    return one ? nameIn(locale, one.name, one.names) : ''
  }
  const day = (date: string | null) =>
    date
      ? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(
          new Date(`${date}T00:00:00Z`),
        )
      : ''
  const month = (of: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(
      new Date(`${of}-01T00:00:00Z`),
    )
  const yuan = (sum: Sum) =>
    [
      sum.cny > 0n || sum.notStated + sum.withoutRate === 0
        ? words({ minor: sum.cny, currency: 'CNY' }, locale)
        : '',
      sum.notStated > 0 ? money('notStated', { count: sum.notStated }) : '',
      sum.withoutRate > 0 ? money('withoutRate', { count: sum.withoutRate }) : '',
    ]
      .filter(Boolean)
      .join(' + ')
  const record = (item: ReviewItem) =>
    [
      nameIn(locale, item.name, item.names),
      // on a line of its own: it would be broken at its hyphens
      item.number,
      t('minutes.standing', { stage: stage(item), days: item.days ?? 0 }),
      item.amount ? words(item.amount, locale) : common('notStated'),
      `${t('minutes.officer')}${colon}${named(ref.people, item.officerId) || common('none')}`,
    ].join('\n')
  const said = (item: ReviewItem) =>
    [item.outcome === 'decided' ? '' : t(`outcome.${item.outcome ?? 'none'}`), item.decision ?? '']
      .filter(Boolean)
      .join('\n')
  const desk = review.deskId === null ? t('bureau') : named(ref.desks, review.deskId)
  const keys = [...reviewStocks, ...reviewFlows, ...reviewCounts, 'clocks_missed'] as const
  // of what only counts there is no amount
  const counted = new Set<string>([...reviewCounts, 'clocks_missed'])
  const figures = keys.map(key => ({
    label: t(`figure.of.${key}`),
    sum: sumOfLines(review.lines, key),
    amount: !counted.has(key),
  }))
  const months = expectedBuckets(review.heldOn)
    .map(bucket => ({ bucket, sum: expectedSum(review.lines, bucket) }))
    .filter(({ sum }) => sum.count > 0)
    .map(({ bucket, sum }) => ({
      label: `${t('expected.title')}${colon}${/^\d/.test(bucket) ? month(bucket) : t(`expected.${bucket as 'past'}`)}`,
      sum,
      amount: true,
    }))
  return {
    locale,
    title: t('minutes.title', { desk }),
    about: [
      [`${t('minutes.number')}${colon}`, review.number],
      [`${t('field.heldOn')}${colon}`, day(review.heldOn)],
      [`${t('field.present')}${colon}`, review.present ?? common('notStated')],
    ],
    agenda: {
      title: t('minutes.agenda'),
      head: [t('minutes.no'), t('agenda.record'), t('field.decision'), t('field.ownerId'), t('field.dueOn')],
      rows: review.items.map((item, place) => [
        String(place + 1),
        record(item),
        said(item),
        item.decision ? named(ref.people, item.ownerId ?? item.officerId) : '',
        day(item.dueOn),
      ]),
      widths: [7, 33, 34, 12, 14],
    },
    note: review.note ? { title: t('field.note'), text: review.note } : null,
    figures: {
      title: `${t('minutes.figures')} · ${t('minutes.sinceOf', { since: day(review.since) })}`,
      head: [t('figure.name'), t('minutes.count'), t('minutes.sum')],
      rows: [...figures, ...months].map(({ label, sum, amount }) => [
        label,
        String(sum.count),
        amount && sum.count > 0 ? yuan(sum) : '—',
      ]),
    },
    foot: nameIn(locale, ref.zone.name, ref.zone.names),
  }
}
