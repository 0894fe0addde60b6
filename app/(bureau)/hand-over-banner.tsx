import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/page'
import type { HandOver } from '@/domain/hand-over/hand-over'
import { handOverRights } from '@/domain/hand-over/right'
import type { Actor } from '@/domain/policy/actor'
import { HandOverActs } from './hand-over-acts'
import { naming } from './naming'

/** On the record: that it is offered to another desk, why and by whom; decided or taken back here. */
export async function HandOverBanner({ offer, actor }: { offer: HandOver | null; actor: Actor }) {
  if (!offer) return null
  const [t, names] = await Promise.all([getTranslations('handover'), naming()])
  const from = names.desk(offer.fromDeskId).name
  const to = names.desk(offer.toDeskId).name
  const { decide, withdraw } = handOverRights(actor, offer)
  const declined = offer.state === 'declined'
  const by = (id: number | null, at: Date | null) =>
    at ? t('record.by', { name: names.person(id), at: names.moment(at) }) : null
  return (
    <div className="page-body">
      <Card
        look={declined ? 'bad' : 'wait'}
        id="hand-over"
        title={declined ? t('record.declined', { to }) : t('record.open', { from, to })}
        aside={declined ? by(offer.decidedBy, offer.decidedAt) : by(offer.proposedBy, offer.proposedAt)}
      >
        <p className="whitespace-pre-line">{declined ? offer.decisionReason : offer.reason}</p>
        {offer.creditShare === null || declined ? null : (
          <p className="text-ink-2">
            {t('record.share', { to, from, share: offer.creditShare, rest: 100 - offer.creditShare })}
          </p>
        )}
        {decide || withdraw ? (
          <HandOverActs offer={offer} decide={decide} withdraw={withdraw} />
        ) : declined ? null : (
          <p className="text-ink-2">{t('record.waits', { to })}</p>
        )}
      </Card>
    </div>
  )
}
