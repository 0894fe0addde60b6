import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { TextArea } from '@/components/inputs'
import { DeskChip } from '@/components/marks'
import { Card } from '@/components/page'
import { firstContactOf } from '@/db/read/first-contact'
import { creditOf, lapsesAt } from '@/domain/first-contact/first-contact'
import { type CaseOf, within } from '@/domain/policy/within'
import { formWords } from '@/i18n/form-words'
import { CreditShares } from './credit-shares'
import { contestFirstContactAction } from './first-contact-action'
import { naming } from './naming'

type Props = { noun: 'lead' | 'deal'; record: CaseOf & { id: number; number: string }; open: boolean }

/** Who met this investor first, until when that holds, who gets the credit; what others have recorded; and to contest it. */
export async function FirstContactCard({ noun, record, open }: Props) {
  const permit = await page(`${noun}.read`)
  const [t, names, contact] = await Promise.all([
    getTranslations('first_contact'),
    naming(),
    firstContactOf(permit, noun, record.id),
  ])
  if (!contact || (contact.claims.length === 0 && !contact.agreed)) return null
  const { holder, claims, ruled, agreed, days, openCase } = contact
  const mine = claims.some(({ deskId }) => deskId === record.deskId)
  const other = holder !== null && holder.deskId !== record.deskId
  const mayContest =
    open && other && mine && !openCase && within(permit.actor, 'first_contact.contest', record)
  return (
    <Card
      id="first-contact"
      look={other ? 'wait' : undefined}
      title={t('card')}
      aside={
        holder ? (
          <DeskChip colour={names.desk(holder.deskId).colour}>{names.desk(holder.deskId).name}</DeskChip>
        ) : claims.length ? (
          t('lapsed')
        ) : null
      }
    >
      <p className="text-13 text-ink-2">
        {holder
          ? t('holds', {
              who: names.person(holder.byId),
              since: names.dayOf(holder.at),
              until: names.dayOf(lapsesAt(holder, days)),
            })
          : claims.length
            ? t('nobodyNow', { days })
            : null}
      </p>
      <CreditShares shares={creditOf(holder, ruled, agreed)} />
      {openCase ? (
        <p className="text-13">
          <a className="link" href={`/cases#case-${openCase.id}`}>
            {t('contested', { day: names.day(openCase.dueOn) })}
          </a>
        </p>
      ) : null}
      {claims.length > 1 || !holder ? (
        <details className="text-13 mt-1">
          <summary className="link cursor-pointer">{t('history', { count: claims.length })}</summary>
          <ul className="grid gap-1 mt-1">
            {claims.map(claim => (
              <li key={`${claim.deskId}-${claim.at.getTime()}`}>
                {names.moment(claim.at)} · {names.desk(claim.deskId).name} · {names.person(claim.byId)}
                {claim.withName ? ` · ${claim.withName}` : ''}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {mayContest ? <Contest number={record.number} /> : null}
    </Card>
  )
}

async function Contest({ number }: { number: string }) {
  const [t, words] = await Promise.all([getTranslations('first_contact'), formWords()])
  return (
    <details className="fold mt-2 no-print">
      <summary>{t('act.contest')}</summary>
      <Form
        action={contestFirstContactAction as FormAction}
        words={words}
        hidden={{ record: number }}
        says={{ text: t('said.contested') }}
        aria-label={t('act.contest')}
      >
        <Field name="reason" label={t('field.contest')} hint={t('hint.contest')}>
          <TextArea rows={3} maxLength={2_000} />
        </Field>
        <Submit look="outlined" small>
          {t('act.contest')}
        </Submit>
      </Form>
    </details>
  )
}
