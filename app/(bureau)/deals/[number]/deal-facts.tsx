import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AmountWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { Facts, Section } from '@/components/page'
import { areaInMu } from '@/domain/deal/land'
import type { DealRecord } from '@/domain/deal/row'
import { nameIn } from '@/domain/user/user'
import { DealAmounts } from './deal-amounts'
import { DealLeader } from './deal-leader'
import { DealMembers } from './deal-members'
import { DealPaper } from './deal-paper'

/** What is known about the deal; what is not says so and leads to its field. */
export async function DealFacts({ deal }: { deal: DealRecord }) {
  const [t, file, common, names, source] = await Promise.all([
    getTranslations('deal'),
    getTranslations('attachment'),
    getTranslations('common'),
    naming(),
    getTranslations('lead.source'),
  ])
  const unknown = (field: string) =>
    deal.can.edit ? (
      <a className="link" href={`/deals/${deal.number}/edit#f-${field}`}>
        {common('act.fill')}
      </a>
    ) : (
      <span className="text-ink-3">{common('say.notStated')}</span>
    )
  const fact = (key: string, value: ReactNode, field = key) => ({
    key,
    label: t(`field.${key as 'total'}`),
    value: value || unknown(field),
  })
  const link = (href: string, label: ReactNode, lang?: string | null) => (
    <a className="link" href={href} lang={lang ?? undefined}>
      {label}
    </a>
  )
  const day = (date: string | null) => date && <time dateTime={date}>{names.fullDay(date)}</time>
  const yuan = (minor: bigint | null) => minor !== null && <AmountWords money={{ minor, currency: 'CNY' }} />
  const paper = (kind: 'entry_document' | 'agreement' | 'approval', known: boolean) => ({
    key: `file-${kind}`,
    label: file('field.paper'),
    value: <DealPaper deal={deal} kind={kind} known={known} />,
  })
  const { company, contact, event, lead } = deal
  const highTech = deal.highTech === null ? t('ask.unknown') : common(deal.highTech ? 'say.yes' : 'say.no')
  const parties = [
    fact('company', link(`/companies/${company.number}`, company.name, company.nameLocale)),
    ...(contact
      ? [
          fact(
            'contact',
            link(
              `/contacts/${contact.number}`,
              [nameIn(names.locale, contact.name, contact.names), contact.title].filter(Boolean).join(' · '),
            ),
          ),
        ]
      : []),
    ...(deal.partner ? [fact('partner', deal.partner)] : []),
    ...(deal.target || deal.form === 'merger_acquisition' ? [fact('target', deal.target)] : []),
    fact('country', `${names.country(deal.country)} ${names.province(deal.province)}`.trim()),
    fact('industry', names.industry(deal.industryId)),
    fact('high_tech', highTech),
    fact('form', deal.form && t(`form.${deal.form}`)),
    fact('content', deal.content && <span className="whitespace-pre-line">{deal.content}</span>),
    fact('source', source(deal.source)),
    ...(event
      ? [fact('event', link(`/events/${event.number}`, nameIn(names.locale, event.name, event.names)))]
      : []),
    ...(lead ? [fact('lead', link(`/leads/${lead.number}`, `${lead.number} ${lead.name}`))] : []),
  ]
  const documents = [
    fact('entryDocumentKind', deal.entryDocumentKind && t(`entryDocumentKind.${deal.entryDocumentKind}`)),
    fact('entryDocumentOn', day(deal.entryDocumentOn)),
    fact('entryDocumentReference', deal.entryDocumentReference),
    paper('entry_document', deal.entryDocumentOn !== null),
    ...(deal.entryDocumentKind !== 'intent' || deal.intentOn !== deal.entryDocumentOn
      ? [fact('intentOn', day(deal.intentOn)), fact('intentReference', deal.intentReference)]
      : []),
    fact('agreementOn', day(deal.agreementOn)),
    fact('agreementReference', deal.agreementReference),
    paper('agreement', deal.agreementOn !== null),
    ...(deal.stage === 'approved' ? [] : [fact('approvalExpectedOn', day(deal.approvalExpectedOn))]),
    ...(deal.approvalOn
      ? [
          fact('approvalAuthority', deal.approvalAuthority),
          fact('approvalNumber', deal.approvalNumber),
          fact('approvalOn', day(deal.approvalOn)),
          paper('approval', true),
        ]
      : []),
  ]
  const expected = [
    fact('land', deal.landM2 !== null && t('land', { m2: deal.landM2, mu: areaInMu(deal.landM2) }), 'landM2'),
    fact('jobs', deal.jobs !== null && t('people', { count: deal.jobs })),
    fact('output', yuan(deal.outputCny)),
    fact('tax', yuan(deal.taxCny)),
    ...(deal.note ? [fact('note', <span className="whitespace-pre-line">{deal.note}</span>)] : []),
  ]
  return (
    <>
      <DealAmounts deal={deal} />
      <Section title={t('record.parties')}>
        <Facts items={parties} />
      </Section>
      <Section title={t('record.people')}>
        <Facts
          items={[
            fact('desk', names.desk(deal.deskId).name),
            {
              ...fact('officer', names.person(deal.officerId)),
              ...(deal.officerId === null && {
                value: <span className="text-amber">{t('mark.unassigned')}</span>,
              }),
            },
            { ...fact('members', ' '), value: <DealMembers deal={deal} /> },
            {
              ...fact('leader', ' '),
              value: <DealLeader deal={deal} />,
            },
          ]}
        />
      </Section>
      <Section title={t('record.documents')}>
        <Facts items={documents} />
      </Section>
      <Section title={t('record.expected')}>
        <Facts items={expected} />
      </Section>
      <p className="mt-4 text-12 text-ink-3">
        {common('say.updatedBy', { name: names.person(deal.updatedBy), at: names.moment(deal.updatedAt) })}
      </p>
    </>
  )
}
