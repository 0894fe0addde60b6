import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ComboOption } from '@/components/combobox'
import type { SelectOption } from '@/components/inputs'
import { dealForms, entryDocumentKinds } from '@/domain/deal/deal'
import { sources } from '@/domain/lead/lead'
import { nameIn } from '@/domain/user/user'
import { CompanyPicker } from '../company-picker'
import { placeOptions } from '../country-options'
import { naming } from '../naming'
import { Amounts, YearlyAmounts } from './deal-amount-fields'
import type { Questions } from './deal-questions'
import { EventPicker } from './event-picker'

type Props = {
  questions: Questions
  company?: ComboOption
  event?: ComboOption
  contacts?: readonly SelectOption[]
  /** A company that is not there yet may be named (new deals). */
  mayName?: boolean
  /** Below the first questions: desk, officer, next step of a new deal. */
  children?: ReactNode
  /** All groups unfolded. */
  open: boolean
}

/** All that is asked about a deal: who, amounts, documents, the rest folded until it is wanted. */
export async function DealFields({ questions, children, open, ...linked }: Props) {
  const [t, lead, { ref, locale, today }, places] = await Promise.all([
    getTranslations('deal'),
    getTranslations('lead.source'),
    naming(),
    placeOptions(),
  ])
  const { line, text, whole, date, select, value } = questions
  const industries = ref.industries
    .filter(one => one.active || String(one.id) === value('industryId'))
    .map(one => ({ value: String(one.id), label: nameIn(locale, one.name, one.names) }))
  return (
    <>
      {line('name', 200, { must: true })}
      <Parties questions={questions} {...linked} />
      <div className="form-pair">
        {select('country', places.countries, { must: true })}
        {select('province', places.provinces)}
      </div>
      <div className="form-pair">
        {select('industryId', industries, { must: true })}
        {select(
          'source',
          sources.map(source => ({ value: source, label: lead(source) })),
          { must: true },
        )}
      </div>
      {children}
      <details className="fold" open>
        <summary>{t('ask.amounts')}</summary>
        <Amounts questions={questions} />
      </details>
      <details className="fold" open={open}>
        <summary>{t('ask.documents')}</summary>
        {select(
          'form',
          dealForms.map(form => ({ value: form, label: t(`form.${form}`) })),
        )}
        {text('content', 10_000)}
        <div className="form-pair">
          {select(
            'entryDocumentKind',
            entryDocumentKinds.map(kind => ({ value: kind, label: t(`entryDocumentKind.${kind}`) })),
          )}
          {date('entryDocumentOn', today)}
        </div>
        {line('entryDocumentReference', 200)}
        <div className="form-pair">
          {date('intentOn', today, { hint: t('ask.intentHint') })}
          {line('intentReference', 200)}
        </div>
        <div className="form-pair">
          {date('agreementOn', today)}
          {line('agreementReference', 200)}
        </div>
        {date('approvalExpectedOn')}
      </details>
      <details className="fold" open={open}>
        <summary>{t('ask.more')}</summary>
        {linked.contacts ? select('contactId', linked.contacts) : null}
        {line('partner', 200)}
        {line('target', 200)}
        <div className="form-pair">
          {select(
            'highTech',
            [
              { value: 'yes', label: t('ask.yes') },
              { value: 'no', label: t('ask.no') },
            ],
            { empty: t('ask.unknown') },
          )}
          {whole('landM2')}
          {whole('jobs')}
        </div>
        <YearlyAmounts questions={questions} />
        {text('note', 10_000)}
      </details>
    </>
  )
}

async function Parties({
  questions: { ask },
  company,
  event,
  mayName,
}: Pick<Props, 'questions' | 'company' | 'event' | 'mayName'>) {
  const [t, common] = await Promise.all([getTranslations('deal.ask'), getTranslations('common.combo')])
  const words = { none: common('none'), clear: common('clear') }
  const picker = (
    <CompanyPicker
      words={words}
      placeholder={t('search')}
      defaultOption={company}
      free={mayName ? 'companyName' : undefined}
    />
  )
  return (
    <>
      {ask('companyId', picker, { must: true, hint: mayName ? t('companyHint') : undefined })}
      {ask('eventId', <EventPicker words={words} placeholder={t('search')} defaultOption={event} />)}
    </>
  )
}
