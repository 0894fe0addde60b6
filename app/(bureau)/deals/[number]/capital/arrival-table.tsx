import { getTranslations } from 'next-intl/server'
import { AmountWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { PartFiles } from '@/app/(bureau)/part-files'
import { Form, type FormAction, Submit } from '@/components/form'
import { StatusChip, type Tone } from '@/components/marks'
import { Section } from '@/components/page'
import type { ArrivalState } from '@/domain/capital/capital'
import type { CapitalArrival } from '@/domain/capital/deal'
import { formWords } from '@/i18n/form-words'
import { confirmArrivalAction } from './actions'
import { type CapitalFound, partOf } from './capital-of'
import { partWords } from './part-words'

const tone: Record<ArrivalState, Tone> = {
  proposed: 'amber',
  confirmed: 'green',
  returned: 'red',
  superseded: 'quiet',
}
type Props = { found: CapitalFound; href: (more: string) => string }

/** What came, with voucher, who entered it and who decided. */
export async function ArrivalTable({ found, href }: Props) {
  const t = await getTranslations('capital')
  const { capital, can } = found
  const links = can.propose ? (
    <a className="link" href={href('do=arrive')}>
      {t('act.arrive')}
    </a>
  ) : null
  return (
    <Section title={t('record.arrivals')} count={capital.arrivals.length} aside={links} id="arrivals">
      {capital.arrivals.length === 0 ? <p className="text-ink-2">{t('record.noArrivals')}</p> : null}
      <ul className="divide-y divide-line">
        {capital.arrivals.map(arrival => (
          <ArrivalLine key={arrival.id} found={found} arrival={arrival} href={href} />
        ))}
      </ul>
    </Section>
  )
}

async function ArrivalLine({ found, arrival, href }: Props & { arrival: CapitalArrival }) {
  const { capital } = found
  const [t, names, say] = await Promise.all([
    getTranslations('capital'),
    naming(),
    partWords(found.found.deal),
  ])
  const part = partOf(capital, arrival)
  const gone = arrival.state === 'superseded' || arrival.state === 'returned'
  const corrects = capital.arrivals.find(({ id }) => id === arrival.correctsId)
  const who = (key: 'proposedBy' | 'confirmedBy' | 'returnedBy', by: number | null, at: Date | null) =>
    at
      ? t(`record.${key}`, { name: names.person(by), at: names.moment(at), reason: arrival.reason ?? '' })
      : null
  const decided = arrival.state === 'returned' ? 'returnedBy' : 'confirmedBy'
  return (
    <li id={`arrival-${arrival.id}`} className="py-2">
      <p className={`flex flex-wrap items-baseline gap-x-3${gone || arrival.strikes ? ' text-ink-3' : ''}`}>
        <b>
          <time dateTime={arrival.on}>{names.day(arrival.on)}</time>
        </b>
        <span className={gone || arrival.strikes ? 'line-through' : undefined}>
          <AmountWords money={arrival.money} strong />
        </span>
        <StatusChip tone={tone[arrival.state]} icon={arrival.state === 'proposed' ? 'clock' : undefined}>
          {t(`state.${arrival.state}`)}
        </StatusChip>
        {arrival.money.currency === 'CNY' ? null : (
          <span className="text-13 text-ink-2">
            {arrival.cny === null ? (
              t('closing.no_rate')
            ) : (
              <AmountWords money={{ minor: arrival.cny, currency: 'CNY' }} />
            )}
          </span>
        )}
      </p>
      <p className="text-13 text-ink-2">
        {[part && say.party(part), t(`form.${arrival.form}`), `${t('field.voucher')} ${arrival.voucher}`]
          .filter(Boolean)
          .join(' · ')}{' '}
        <a className="link" href={`/deals/${found.found.deal.number}/files?arrival=${arrival.id}`}>
          {t('act.attach')}
        </a>
      </p>
      <PartFiles deal={found.found.deal} part={{ arrivalId: arrival.id }} />
      {corrects || arrival.strikes ? (
        <p className="text-13">
          {arrival.strikes ? `${t('record.strikes')} · ` : null}
          {corrects
            ? t('record.corrects', { date: names.day(corrects.on), reason: arrival.correctionReason ?? '' })
            : null}
        </p>
      ) : null}
      {arrival.note ? <p className="text-13">{arrival.note}</p> : null}
      <p className="text-12 text-ink-3">
        {[
          who('proposedBy', arrival.proposedBy, arrival.proposedAt),
          who(decided, arrival.decidedBy, arrival.decidedAt),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Acts found={found} arrival={arrival} href={href} />
    </li>
  )
}

/** Confirmed or returned by another; what was confirmed can be corrected. */
async function Acts({ found: { found, actor, can }, arrival, href }: Props & { arrival: CapitalArrival }) {
  const [t, words] = await Promise.all([getTranslations('capital'), formWords()])
  if (arrival.state === 'confirmed' && !arrival.strikes && can.propose)
    return (
      <a className="link text-13" href={href(`do=correct&id=${arrival.id}`)}>
        {t('act.correct')}
      </a>
    )
  if (arrival.state !== 'proposed') return null
  if (!can.decide || arrival.proposedBy === actor.id)
    return <p className="text-12 text-ink-2">{t('record.own')}</p>
  return (
    <div className="mt-1 flex flex-wrap items-center gap-3">
      <Form
        action={confirmArrivalAction as FormAction}
        words={words}
        hidden={{ number: found.deal.number, id: arrival.id, version: arrival.version }}
        says={{ text: t('said.confirmed') }}
      >
        <Submit small>{t('act.confirm')}</Submit>
      </Form>
      <a className="link text-13" href={href(`do=return&id=${arrival.id}`)}>
        {t('act.return')}
      </a>
    </div>
  )
}
