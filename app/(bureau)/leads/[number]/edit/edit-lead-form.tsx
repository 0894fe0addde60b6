import { getTranslations } from 'next-intl/server'
import { AmountInput } from '@/app/(bureau)/amount-input'
import { amountInputProps } from '@/app/(bureau)/amount-words'
import { CompanyPicker } from '@/app/(bureau)/company-picker'
import { placeOptions } from '@/app/(bureau)/country-options'
import { editLeadAction } from '@/app/(bureau)/leads/actions'
import { EventPicker } from '@/app/(bureau)/leads/event-picker'
import { leadOptions } from '@/app/(bureau)/leads/lead-options'
import { lookAlikeWords } from '@/app/(bureau)/look-alike-words'
import { LookAlikes } from '@/app/(bureau)/look-alikes'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Checkbox, Select, TextArea, TextInput } from '@/components/inputs'
import type { LeadRecord } from '@/db/read/lead'
import { leadFormValues } from '@/domain/lead/form-values'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'

/** Everything that is known of a lead but its stage, desk and people, which have verbs of their own. */
export async function EditLeadForm({ lead }: { lead: LeadRecord }) {
  const [t, common, words, { locale, colon }, places, options, amount] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common'),
    formWords(),
    naming(),
    placeOptions(),
    leadOptions(lead),
    amountInputProps(),
  ])
  const now = leadFormValues(lead)
  const required = common('say.required')
  const notStated = common('say.notStated')
  const combo = { none: common('combo.none'), clear: common('combo.clear') }
  const company = lead.company && {
    value: String(lead.company.id),
    label: lead.company.name,
    note: lead.company.number,
  }
  const event = lead.event && {
    value: String(lead.event.id),
    label: nameIn(locale, lead.event.name, lead.event.names),
    note: lead.event.number,
  }
  return (
    <Form
      action={editLeadAction as FormAction}
      words={words}
      draft={lead.number}
      hidden={{ number: lead.number, version: lead.version }}
      says={{ text: t('said.saved') }}
      className="form-column"
      aria-label={t('editTitle')}
    >
      <Field name="name" label={t('field.name')} required={required}>
        <TextInput maxLength={200} defaultValue={now.name} lang={lead.nameLocale ?? undefined} />
      </Field>
      <Field name="companyId" label={t('field.companyId')}>
        <CompanyPicker words={combo} defaultOption={company ?? undefined} />
      </Field>
      {lead.contact ? (
        <p className="text-13 text-ink-2">
          {t('field.contact')}
          {colon}
          <a className="link" href={`/contacts/${lead.contact.number}`}>
            {lead.contact.name}
          </a>{' '}
          {t('form.contactLater')}
        </p>
      ) : (
        <div className="form-pair">
          <Field name="contactName" label={t('field.contactName')}>
            <TextInput maxLength={200} />
          </Field>
          <Field name="reachAt" label={t('field.reachAt')}>
            <TextInput maxLength={200} placeholder={t('form.reachHint')} />
          </Field>
        </div>
      )}
      <LookAlikes noun="lead" self={lead.id} words={await lookAlikeWords()} />
      <div className="form-pair">
        <Field name="country" label={t('field.country')} required={required}>
          <Select options={places.countries} defaultValue={now.country} />
        </Field>
        <Field name="province" label={t('field.province')}>
          <Select options={places.provinces} empty={notStated} defaultValue={now.province} />
        </Field>
      </div>
      <Field name="need" label={t('field.need')} required={required}>
        <TextArea rows={4} maxLength={10_000} defaultValue={now.need} />
      </Field>
      <Field name="intended" label={t('field.intended')}>
        <AmountInput
          currencyName="intendedCurrency"
          defaultValue={now.intended}
          defaultCurrency={now.intendedCurrency}
          {...amount}
        />
      </Field>
      <Field name="landAsked" label={t('field.landAsked')} group className="[&>legend]:sr-only">
        <Checkbox name="landAsked" value="on" label={t('field.landAsked')} defaultChecked={lead.landAsked} />
      </Field>
      <div className="form-pair">
        <Field name="source" label={t('field.sourceOnly')} required={required}>
          <Select options={options.sources} defaultValue={now.source} />
        </Field>
        <Field name="industryId" label={t('field.industryId')}>
          <Select options={options.industries} empty={notStated} defaultValue={now.industryId} />
        </Field>
      </div>
      <Field name="eventId" label={t('field.eventId')}>
        <EventPicker words={combo} defaultOption={event ?? undefined} />
      </Field>
      <Field name="introducedBy" label={t('field.introducedBy')}>
        <TextInput maxLength={200} defaultValue={now.introducedBy} />
      </Field>
      <Field name="note" label={t('field.note')}>
        <TextArea rows={4} maxLength={10_000} defaultValue={now.note} />
      </Field>
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href={`/leads/${lead.number}`}>{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
