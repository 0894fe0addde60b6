import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Radios, TextInput } from '@/components/inputs'
import { DeskChip } from '@/components/marks'
import { Card } from '@/components/page'
import type { DuplicateRuling } from '@/db/read/case'
import { rulings } from '@/domain/duplicate/look-alike'
import type { Actor } from '@/domain/policy/actor'
import { within } from '@/domain/policy/within'
import { formWords } from '@/i18n/form-words'
import { ruleDuplicateAction } from './actions'

/** Two records that look the same: what was typed, by whom, what is on file; the ruling with its reason. */
export async function DuplicateCase({ ruling, actor }: { ruling: DuplicateRuling; actor: Actor }) {
  const [t, d, names] = await Promise.all([
    getTranslations('first_contact'),
    getTranslations('duplicate'),
    naming(),
  ])
  const { number, otherDeskId } = ruling
  const desk = otherDeskId === null ? null : names.desk(otherDeskId)
  const row = { deskId: Number(ruling.deskId), teamIds: (ruling.teamIds ?? []).map(Number) }
  return (
    <Card
      id={`duplicate-${ruling.id}`}
      look={ruling.verdict ? undefined : 'wait'}
      title={ruling.typed}
      aside={ruling.verdict ? t(`verdict.${ruling.verdict}`) : t('state.open')}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-13">
        {d(`noun.${ruling.otherNoun}`)}{' '}
        {number ? (
          <a className="link" href={`${number.startsWith('L') ? '/leads' : '/deals'}/${number}`}>
            {ruling.otherName} {number}
          </a>
        ) : (
          <b>{ruling.otherName}</b>
        )}
        {desk ? <DeskChip colour={desk.colour}>{desk.name}</DeskChip> : null}
        <span className="text-ink-2">{d(`how.${ruling.how}`)}</span>
      </p>
      <p className="text-13 text-ink-2 mt-1">
        {t(ruling.ruledBy === ruling.askedBy ? 'entered' : 'asked', {
          who: names.person(ruling.askedBy),
          at: names.moment(ruling.askedAt),
        })}
        {ruling.ruledAt && ruling.ruledBy !== ruling.askedBy
          ? ` ${t('ruledBy', { who: names.person(ruling.ruledBy), at: names.moment(ruling.ruledAt) })}`
          : ''}
      </p>
      {ruling.reason ? <p className="mt-1">{ruling.reason}</p> : null}
      {!ruling.verdict && number && within(actor, 'duplicate.rule', row) ? <Rule id={ruling.id} /> : null}
    </Card>
  )
}

async function Rule({ id }: { id: number }) {
  const [t, words] = await Promise.all([getTranslations('first_contact'), formWords()])
  return (
    <Form
      action={ruleDuplicateAction as FormAction}
      words={words}
      hidden={{ id }}
      says={{ text: t('said.ruled') }}
      className="form-column mt-3"
      aria-label={t('act.rule')}
    >
      <Field name="verdict" label={t('field.verdict')} group>
        <Radios look="buttons" options={rulings.map(value => ({ value, label: t(`verdict.${value}`) }))} />
      </Field>
      <Field name="reason" label={t('field.reason')} hint={t('hint.reason')}>
        <TextInput maxLength={500} />
      </Field>
      <div className="form-foot">
        <Submit look="outlined">{t('act.rule')}</Submit>
      </div>
    </Form>
  )
}
