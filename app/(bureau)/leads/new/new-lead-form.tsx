import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { AmountInput } from '@/app/(bureau)/amount-input'
import { amountInputProps } from '@/app/(bureau)/amount-words'
import { placeOptions } from '@/app/(bureau)/country-options'
import { DayPick } from '@/app/(bureau)/day-pick'
import { lookAlikeWords } from '@/app/(bureau)/look-alike-words'
import { LookAlikes } from '@/app/(bureau)/look-alikes'
import { naming } from '@/app/(bureau)/naming'
import { nearDays } from '@/app/(bureau)/near-days'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Checkbox, Select, TextArea, TextInput } from '@/components/inputs'
import type { Company } from '@/db/read/company'
import { listRoutes } from '@/db/read/route'
import { addDays } from '@/domain/calendar/date'
import { catchAllDesk } from '@/domain/desk/desk'
import type { Actor } from '@/domain/policy/actor'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { createLeadAction, deleteLeadAction } from '../actions'
import { leadOptions } from '../lead-options'
import { CompanyOrName } from './company-or-name'
import { DeskHint } from './desk-hint'
import { EventLine } from './event-line'

/** Six questions in thirty seconds, one hand; event and desk are filled in and shown, the rest is folded. */
export async function NewLeadForm(props: {
  actor: Actor
  event: string
  /** The company from whose page one comes. */
  company: Company | null
}) {
  const { actor, event, company } = props
  const permit = await may('lead.create')
  if (!permit) return null
  const [t, common, words, names, places, options, days, amount, routes] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common'),
    formWords(),
    naming(),
    placeOptions(),
    leadOptions(),
    nearDays(),
    amountInputProps(),
    listRoutes(permit),
  ])
  const { ref, locale, today } = names
  const required = common('say.required')
  const desks = ref.desks.map(desk => ({
    id: desk.id,
    name: nameIn(locale, desk.name, desk.names),
    colour: desk.colour,
    general: desk.key === catchAllDesk,
  }))
  return (
    <Form
      action={createLeadAction as FormAction}
      words={words}
      draft="lead.create"
      says={{
        text: t('said.created'),
        undo: { label: common('act.undo'), action: deleteLeadAction as (value: never) => Promise<unknown> },
      }}
      className="form-column"
      aria-label={t('newTitle')}
    >
      <EventLine number={event} />
      <Field name="name" label={t('field.name')} required={required}>
        <CompanyOrName
          placeholder={t('form.namePlaceholder')}
          words={{ none: common('combo.none'), clear: common('combo.clear') }}
          defaultOption={
            company
              ? { value: String(company.id), label: company.name, lang: company.nameLocale ?? undefined }
              : undefined
          }
        />
      </Field>
      <div className="form-pair">
        <Field name="contactName" label={t('field.contactName')}>
          <TextInput maxLength={200} />
        </Field>
        <Field name="reachAt" label={t('field.reachAt')}>
          <TextInput maxLength={200} placeholder={t('form.reachHint')} />
        </Field>
      </div>
      <LookAlikes noun="lead" words={await lookAlikeWords()} />
      <Field name="country" label={t('field.country')} required={required}>
        <Select options={places.countries} empty="" defaultValue={company?.country ?? ''} />
      </Field>
      <DeskHint
        routes={routes}
        desks={desks}
        ownDesks={actor.role === 'officer' ? actor.deskIds : []}
        words={{
          goesWhere: t('form.goesWhere'),
          goesTo: t.raw('form.goesTo') as string,
          unrouted: t.raw('form.goesUnrouted') as string,
          member: t('form.youMember'),
          officer: t('form.youOfficer'),
        }}
      />
      <Field name="need" label={t('field.need')} required={required}>
        <TextArea rows={3} maxLength={10_000} />
      </Field>
      <Field name="nextStep" label={t('field.nextStep')} required={required}>
        <TextInput maxLength={500} />
      </Field>
      <Field name="nextStepOn" label={t('field.nextStepOn')}>
        <DayPick days={days} defaultValue={addDays(today, 1)} min={today} />
      </Field>
      <details className="mb-3">
        <summary className="link cursor-pointer py-2">{t('form.more')}</summary>
        <div className="form-pair">
          <Field name="source" label={t('field.sourceOnly')}>
            <Select options={options.sources} empty={t('form.eventSource')} defaultValue="" />
          </Field>
          <Field name="deskId" label={t('form.otherDesk')}>
            <Select options={options.desks} empty={t('form.byRoute')} defaultValue="" />
          </Field>
          <Field name="industryId" label={t('field.industryId')}>
            <Select options={options.industries} empty={common('say.notStated')} defaultValue="" />
          </Field>
          <Field name="province" label={t('field.province')}>
            <Select options={places.provinces} empty={common('say.notStated')} defaultValue="" />
          </Field>
        </div>
        <Field name="intended" label={t('field.intended')}>
          <AmountInput currencyName="intendedCurrency" {...amount} />
        </Field>
        <Field name="introducedBy" label={t('field.introducedBy')}>
          <TextInput maxLength={200} />
        </Field>
        <Field name="landAsked" label={t('field.landAsked')} group className="[&>legend]:sr-only">
          <Checkbox name="landAsked" value="on" label={t('field.landAsked')} />
        </Field>
        <Field name="note" label={t('field.note')}>
          <TextArea rows={3} maxLength={10_000} />
        </Field>
      </details>
      <div className="form-foot">
        <Submit>{t('act.save')}</Submit>
        <Submit look="outlined" name="next" value="1">
          {t('act.saveNext')}
        </Submit>
        <LinkButton href="/leads" look="quiet">
          {common('act.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}
