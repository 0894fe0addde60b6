import { getTranslations } from 'next-intl/server'
import { AmountWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { Facts, Section } from '@/components/page'
import type { LeadRecord } from '@/db/read/lead'
import { dateIn } from '@/domain/calendar/date'
import { intendedOf } from '@/domain/lead/intended'
import type { LeadVerb } from '@/domain/lead/right'
import { membersOf } from '@/domain/record/team'
import { nameIn } from '@/domain/user/user'
import { PeopleVerbs } from '../people-verbs'
import { LeadAppraisal } from './lead-appraisal'

/** What is known of it; what is not is said to be so. */
export async function LeadFacts({ lead, can }: { lead: LeadRecord; can: Record<LeadVerb, boolean> }) {
  const [t, common, names] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common.say'),
    naming(),
  ])
  const unknown = <span className="text-ink-3">{common('notStated')}</span>
  const fact = (
    key: Parameters<typeof t>[0] extends `field.${infer K}` ? K : string,
    value: React.ReactNode,
  ) => ({
    key,
    label: t(`field.${key}` as Parameters<typeof t>[0]),
    value: value || unknown,
  })
  const told =
    lead.toldOn && lead.toldHow
      ? t('told', {
          date: names.day(lead.toldOn),
          how: t(`toldHow.${lead.toldHow}`),
          text: lead.toldText ?? '',
        })
      : lead.tellDue && t('tellWaits', { date: names.day(lead.tellDue) })
  return (
    <>
      <Section title={t('field.need')}>
        <p className="whitespace-pre-line mb-3">{lead.need}</p>
        <Facts
          items={[
            fact('intended', <AmountWords money={intendedOf(lead)} />),
            fact('landAsked', common(lead.landAsked ? 'yes' : 'no')),
            fact('country', `${names.country(lead.country)} ${names.province(lead.province)}`),
            fact('industry', names.industry(lead.industryId)),
            fact(
              'company',
              lead.company ? (
                <a
                  className="link"
                  href={`/companies/${lead.company.number}`}
                  lang={lead.company.nameLocale ?? undefined}
                >
                  {lead.company.name}
                </a>
              ) : null,
            ),
            ...(lead.note ? [fact('note', <span className="whitespace-pre-line">{lead.note}</span>)] : []),
          ]}
        />
      </Section>
      <Section title={t('record.people')}>
        <Facts
          items={[
            fact(
              'officer',
              names.person(lead.caseOfficerId) || <span className="text-amber">{t('mark.unassigned')}</span>,
            ),
            fact(
              'members',
              membersOf(lead.teamIds, lead.caseOfficerId).map(names.person).join(names.comma) ||
                common('none'),
            ),
          ]}
        />
        <PeopleVerbs lead={lead} can={can} />
      </Section>
      <Section title={t('record.origin')}>
        <Facts
          items={[
            fact('sourceOnly', t(`source.${lead.source}`)),
            fact(
              'event',
              lead.event ? (
                <a className="link" href={`/events/${lead.event.number}`}>
                  {nameIn(names.locale, lead.event.name, lead.event.names)}
                </a>
              ) : (
                common('none')
              ),
            ),
            fact('introducedBy', lead.introducedBy ?? common('none')),
            ...(lead.introducedBy ? [fact('tell', told)] : []),
            fact('createdBy', names.person(lead.createdBy)),
            fact('created', names.day(dateIn(names.ref.zone.timezone, lead.createdAt))),
            ...(lead.reachedName ? [fact('reachedName', lead.reachedName)] : []),
          ]}
        />
      </Section>
      <LeadAppraisal lead={lead} />
    </>
  )
}
