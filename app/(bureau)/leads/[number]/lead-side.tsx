import { getTranslations } from 'next-intl/server'
import { Attachments } from '@/app/(bureau)/attachments'
import { FirstContactCard } from '@/app/(bureau)/first-contact-card'
import { IssueSection } from '@/app/(bureau)/issue-section'
import { naming } from '@/app/(bureau)/naming'
import { NextStep } from '@/app/(bureau)/next-step'
import { TaskSection } from '@/app/(bureau)/task-section'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Card, LackList } from '@/components/page'
import type { LeadRecord } from '@/db/read/lead'
import type { LeadVerb } from '@/domain/lead/right'
import { leadLacks, needsCriteria, nextStage } from '@/domain/lead/stage'
import type { Actor } from '@/domain/policy/actor'
import { ContactVerb } from '../lead-verbs'
import { lackAsks } from './lead-ask'
import { LeadClock, LeadTell, LeadWaits } from './lead-clocks'
import { LeadContact } from './lead-contact'

type Props = { lead: LeadRecord; can: Record<LeadVerb, boolean>; actor: Actor }

/** Next step first, then the clock, what the next stage lacks, and how to reach them. */
export async function LeadSide({ lead, can, actor }: Props) {
  const t = await getTranslations('lead')
  const phone = lead.details?.phones?.[0]
  return (
    <>
      <NextStep record={lead.number} nextStep={lead.nextStep} nextStepOn={lead.nextStepOn} mayLog={can.log}>
        {phone ? (
          <LinkButton look="primary" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            <Icon name="phone" />
            {t('act.call')}
          </LinkButton>
        ) : null}
      </NextStep>
      <LeadWaits lead={lead} can={can} />
      <LeadClock lead={lead} />
      <LeadTell lead={lead} can={can} />
      <Lacks lead={lead} can={can} />
      <IssueSection
        record={{ noun: 'lead', id: lead.id, number: lead.number }}
        count={lead.openIssues}
        mayAdd={can.log}
      />
      <TaskSection record={{ noun: 'lead', id: lead.id, number: lead.number }} mayAdd={can.log} />
      <Attachments of={{ noun: 'lead', id: lead.id }} back={`/leads/${lead.number}`} folded />
      <FirstContactCard noun="lead" record={lead} open={lead.deletedAt === null} />
      <LeadContact lead={lead} actor={actor} />
    </>
  )
}

/** What the next rung asks for and does not have yet. A call that was noted may have been the first contact. */
async function Lacks({ lead, can }: Pick<Props, 'lead' | 'can'>) {
  const [t, { ref, person, comma }] = await Promise.all([getTranslations('lead'), naming()])
  const next = nextStage(lead.stage)
  if (!next || next === 'converted') return null
  const { criteriaThresholdCny } = ref.zone.settings
  const lacks = leadLacks(lead, next, criteriaThresholdCny)
  const heads = ref.people.filter(one => one.active && one.headOf.includes(lead.deskId))
  const judges = heads.map(one => person(one.id)).join(comma)
  const ask = lackAsks(lead, can, next)
  const who = (next === 'qualified' && judges) || person(lead.caseOfficerId) || t('mark.unassigned')
  return (
    <Card
      title={t('record.lacks', { stage: t(`stage.${next}`) })}
      aside={t('record.count', { count: lacks.length })}
      id="lacks"
    >
      {lacks.length ? (
        <LackList
          items={lacks.map(({ field }) => ({
            key: field,
            label: t(`field.${field}` as Parameters<typeof t>[0]),
            who,
            href: ask ? `/leads/${lead.number}?ask=${ask}` : undefined,
            note:
              field === 'scores' && needsCriteria(lead, criteriaThresholdCny)
                ? t('record.scoresWhy')
                : undefined,
          }))}
        />
      ) : (
        <p className="text-ink-2">{t('record.lacksNothing')}</p>
      )}
      {can.move && lead.stage === 'new' ? (
        <div className="mt-3 flex flex-wrap items-center gap-2 no-print">
          {t('record.offerContacted')} <ContactVerb lead={lead} small />
        </div>
      ) : null}
    </Card>
  )
}
