import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { DeskChip } from '@/components/marks'
import { Card } from '@/components/page'
import type { FirstContactCase } from '@/db/read/case'
import type { Actor } from '@/domain/policy/actor'
import { CreditShares } from '../credit-shares'
import { ContestForms } from './contest-forms'

/** One contested first contact: what each desk says and has recorded; the ruling, or where it is given. */
export async function ContestCase({ contest, actor }: { contest: FirstContactCase; actor: Actor }) {
  const [t, names] = await Promise.all([getTranslations('first_contact'), naming()])
  const number = contest.leadNumber ?? contest.dealNumber
  const base = contest.noun === 'lead' ? '/leads' : '/deals'
  const late = !contest.ruledAt && contest.dueOn < names.today
  return (
    <Card
      id={`case-${contest.id}`}
      look={contest.ruledAt ? undefined : late ? 'bad' : 'wait'}
      title={contest.name}
      aside={
        contest.ruledAt
          ? t('ruledOn', { day: names.dayOf(contest.ruledAt) })
          : t('due', { day: names.day(contest.dueOn) })
      }
    >
      <p className="text-13 text-ink-2 mb-3">
        {t('opened', { who: names.person(contest.openedBy), at: names.moment(contest.openedAt) })}{' '}
        {number ? (
          <a className="link" href={`${base}/${number}`}>
            {number}
          </a>
        ) : null}
      </p>
      <div className="grid gap-4 md:grid-cols-2 mb-3">
        <Side contest={contest} deskId={contest.holderDeskId} role="holder" says={contest.statement} />
        <Side contest={contest} deskId={contest.claimantDeskId} role="claimant" says={contest.reason} />
      </div>
      {contest.ruledAt && contest.winnerDeskId ? (
        <div className="grid gap-2">
          <p>
            <b>
              {t('ruledFor', {
                desk: names.desk(contest.winnerDeskId).name,
                who: names.person(contest.ruledBy),
              })}
            </b>
          </p>
          <p className="whitespace-pre-line">{contest.ruling}</p>
          <CreditShares shares={contest.shares} />
        </div>
      ) : (
        <ContestForms contest={contest} actor={actor} />
      )}
    </Card>
  )
}

/** A desk's own lines, as far as the reader may see them: the director sees both desks'. */
async function Side(props: {
  contest: FirstContactCase
  deskId: number
  role: 'holder' | 'claimant'
  says: string | null
}) {
  const { contest, deskId, role, says } = props
  const [t, kinds, names] = await Promise.all([
    getTranslations('first_contact'),
    getTranslations('activity.kind'),
    naming(),
  ])
  const desk = names.desk(deskId)
  const evidence = contest.evidence.filter(line => line.deskId === deskId)
  return (
    <section aria-label={desk.name}>
      <h3 className="mb-1 flex items-center gap-2">
        <DeskChip colour={desk.colour}>{desk.name}</DeskChip>
        <span className="text-12 text-ink-2">{t(`role.${role}`)}</span>
      </h3>
      <p className="whitespace-pre-line mb-2">
        {says ?? <span className="text-ink-2">{t('saysNothing')}</span>}
      </p>
      <ul className="text-13 grid gap-1">
        {evidence.map(line => (
          <li key={line.id} className={line.struckAt ? 'line-through' : undefined}>
            <time dateTime={line.at.toISOString()}>{names.moment(line.at)}</time> ·{' '}
            {line.kind === 'reached' ? t('reached') : kinds(line.kind)} · {line.withName} ·{' '}
            {names.person(line.by)}{' '}
            {line.number ? (
              <a
                className="link whitespace-nowrap"
                href={`${line.number.startsWith('L') ? '/leads' : '/deals'}/${line.number}`}
              >
                {line.number}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
      {evidence.length === 0 ? <p className="text-13 text-ink-2">{t('evidenceKept')}</p> : null}
    </section>
  )
}
