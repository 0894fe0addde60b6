import { getTranslations } from 'next-intl/server'
import { AmountInput } from '@/app/(bureau)/amount-input'
import { amountInputProps } from '@/app/(bureau)/amount-words'
import { placeOptions } from '@/app/(bureau)/country-options'
import { convertLeadAction } from '@/app/(bureau)/leads/actions'
import { proposedIn } from '@/app/(bureau)/leads/appraisal-verbs'
import { leadOptions } from '@/app/(bureau)/leads/lead-options'
import { ScoreFields } from '@/app/(bureau)/leads/score-fields'
import { lookAlikeWords } from '@/app/(bureau)/look-alike-words'
import { LookAlikes } from '@/app/(bureau)/look-alikes'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Select, TextInput } from '@/components/inputs'
import type { LeadRecord } from '@/db/read/lead'
import { leadFormValues } from '@/domain/lead/form-values'
import { qualifyingVerdicts } from '@/domain/lead/move-input'
import type { Actor } from '@/domain/policy/actor'
import { formWords } from '@/i18n/form-words'
import { CompanyForDeal } from './company-for-deal'

/** One form for what the deal needs and the lead does not have; the rest comes along by itself. */
export async function ConvertLeadForm({ lead, actor }: { lead: LeadRecord; actor: Actor }) {
  const [t, common, words, places, options, amount] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common'),
    formWords(),
    placeOptions(),
    leadOptions(lead),
    amountInputProps(),
  ])
  const now = leadFormValues(lead)
  const required = common('say.required')
  const works = actor.role === 'officer' || actor.role === 'manager'
  const officer = lead.caseOfficerId ?? (works && actor.deskIds.includes(lead.deskId) ? actor.id : '')
  const desks = options.desks.filter(
    ({ value }) =>
      actor.role === 'director' || Number(value) === lead.deskId || actor.deskIds.includes(Number(value)),
  )
  return (
    <Form
      action={convertLeadAction as FormAction}
      words={words}
      draft={`${lead.number}:convert`}
      hidden={{ number: lead.number }}
      says={{ text: t('said.converted') }}
      className="form-column"
      aria-label={t('convertTitle')}
    >
      <p className="text-ink-2 mb-2">{t('form.convertSays')}</p>
      <Field name="name" label={t('field.dealName')} required={required}>
        <TextInput maxLength={200} defaultValue={lead.company?.name ?? lead.name} />
      </Field>
      <Field name="companyId" label={t('field.company')} required={required} hint={t('form.companyHint')}>
        <CompanyForDeal
          words={{ none: common('combo.none'), clear: common('combo.clear') }}
          defaultOption={
            lead.company
              ? { value: String(lead.company.id), label: lead.company.name, note: lead.company.number }
              : undefined
          }
          defaultText={lead.company ? undefined : lead.name}
        />
      </Field>
      <LookAlikes noun="convert" words={await lookAlikeWords()} />
      <div className="form-pair">
        <Field name="deskId" label={t('field.deskId')} required={required}>
          <Select options={desks} defaultValue={String(lead.deskId)} />
        </Field>
        <Field name="officerId" label={t('field.officerId')} required={required}>
          <Select options={options.workers()} empty="" defaultValue={String(officer)} />
        </Field>
        <Field name="country" label={t('field.country')} required={required}>
          <Select options={places.countries} defaultValue={now.country} />
        </Field>
        <Field name="industryId" label={t('field.industryId')} required={required}>
          <Select options={options.industries} empty="" defaultValue={now.industryId} />
        </Field>
        <Field name="source" label={t('field.sourceOnly')} required={required}>
          <Select options={options.sources} defaultValue={now.source} />
        </Field>
      </div>
      <Field name="total" label={t('field.total')} hint={t('form.totalHint')}>
        <AmountInput
          currencyName="totalCurrency"
          defaultValue={now.intended}
          defaultCurrency={now.intendedCurrency}
          {...amount}
        />
      </Field>
      {lead.stage === 'contacted' ? (
        <>
          <p className="text-13 text-ink-2">{t('form.verdictFirst')}</p>
          <ScoreFields lead={lead} offered={qualifyingVerdicts} opened={proposedIn(lead)} />
        </>
      ) : null}
      <div className="form-foot">
        <Submit>{t('act.convert')}</Submit>
        <LinkButton href={`/leads/${lead.number}`}>{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
