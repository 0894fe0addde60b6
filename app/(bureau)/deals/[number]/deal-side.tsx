import { getTranslations } from 'next-intl/server'
import { ClockMark } from '@/app/(bureau)/clock-mark'
import { FirstContactCard } from '@/app/(bureau)/first-contact-card'
import { IssueSection } from '@/app/(bureau)/issue-section'
import { naming } from '@/app/(bureau)/naming'
import { NextStep } from '@/app/(bureau)/next-step'
import { TaskSection } from '@/app/(bureau)/task-section'
import { LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import { Card, LackList } from '@/components/page'
import type { DealRecord } from '@/domain/deal/row'
import { formWords } from '@/i18n/form-words'
import { undoMoveDealAction } from '../actions'
import { lackPath } from '../lack-path'
import { CapitalSummary } from './capital-summary'
import { DealWaiting } from './deal-waiting'
import { ProcedureCard } from './procedure-card'
import type { RecordAsked } from './record-asked'

/** What comes next, what waits for a decision, what the next stage lacks. */
export async function DealSide({ deal, asked }: { deal: DealRecord; asked: RecordAsked }) {
  const live = deal.deletedAt === null
  return (
    <>
      <NextStep
        record={deal.number}
        nextStep={deal.nextStep}
        nextStepOn={deal.nextStepOn}
        mayLog={deal.can.log}
      />
      {live && deal.clockDue ? <DealClock deal={deal} due={deal.clockDue} /> : null}
      {live && deal.proposal ? <DealWaiting deal={deal} asked={asked} /> : null}
      {live && deal.returned && deal.status === 'active' ? <Returned deal={deal} /> : null}
      {deal.can.undo_move ? <UndoMove deal={deal} asked={asked} /> : null}
      {live && deal.status === 'active' ? <Lacks deal={deal} asked={asked} /> : null}
      <ProcedureCard deal={deal} asked={asked} />
      <IssueSection
        record={{ noun: 'deal', id: deal.id, number: deal.number }}
        count={deal.openIssues}
        mayAdd={deal.can.log}
      />
      {deal.capital ? <CapitalSummary deal={deal} capital={deal.capital} /> : null}
      <TaskSection record={{ noun: 'deal', id: deal.id, number: deal.number }} mayAdd={deal.can.log} />
      <FirstContactCard noun="deal" record={deal} open={live} />
    </>
  )
}

/** Until when there must be progress. */
async function DealClock({ deal, due }: { deal: DealRecord; due: string }) {
  const [t, names] = await Promise.all([getTranslations('clock'), naming()])
  return (
    <Card title={t('kind.progress')} aside={<ClockMark kind="progress" due={due} />} id="clock">
      <p className="text-13 text-ink-2">
        {t('progressSays', { from: names.day(deal.lastProgressOn), due: names.day(due) })}
      </p>
    </Card>
  )
}

async function Returned({ deal: { returned } }: { deal: DealRecord }) {
  const [t, names] = await Promise.all([getTranslations('deal'), naming()])
  if (!returned) return null
  const { by, at, reason } = returned
  return (
    <Card look="bad" title={t('said.returned')}>
      <p>{t('record.returned', { name: names.person(by), at: names.moment(at), reason: reason ?? '—' })}</p>
    </Card>
  )
}

async function UndoMove({ deal, asked }: { deal: DealRecord; asked: RecordAsked }) {
  const [t, names, words] = await Promise.all([getTranslations('deal'), naming(), formWords()])
  if (!deal.undoUntil) return null
  return (
    <Card
      title={t('said.moved', { stage: t(`stage.${deal.stage}`) })}
      aside={t('record.undoHint', { at: names.moment(deal.undoUntil) })}
    >
      <Form
        action={undoMoveDealAction as FormAction}
        words={words}
        hidden={{ number: deal.number }}
        says={{ text: t('said.done') }}
        className="box-acts"
      >
        <Submit look="plain" small>
          {t('act.undoMove')}
        </Submit>
        <LinkButton look="quiet" small href={asked.actHref('redate')}>
          {t('act.otherDate')}
        </LinkButton>
      </Form>
    </Card>
  )
}

/** Each item leads to its field and names who settles it; what an approval asks for is asked when it is proposed. */
async function Lacks({ deal, asked }: { deal: DealRecord; asked: RecordAsked }) {
  const [t, names] = await Promise.all([getTranslations('deal'), naming()])
  if (!deal.next || deal.proposal) return null
  const stage = t(`stage.${deal.next}`)
  const met = deal.requirements.filter(one => one.met).length
  const all = deal.requirements.length
  const href = (field: string) => {
    const may = /^(approval|agreement)/.test(field) ? deal.can.propose : deal.can.edit
    return may || field === 'procedures' || field === 'capital'
      ? `/deals/${deal.number}${lackPath(field, asked.search)}`
      : undefined
  }
  return (
    <Card
      id="lacks"
      title={met === all ? t('record.lacksNothing', { stage }) : t('record.lacksFor', { stage })}
      aside={t('record.have', { total: all, met })}
    >
      <LackList
        items={[...deal.requirements]
          .sort((one, other) => Number(one.met) - Number(other.met))
          .map(({ field, met: done, who }) => ({
            key: field,
            label: t(`field.${field as 'total'}`),
            done,
            who: done ? null : names.person(who) || t('who.manager'),
            href: href(field),
          }))}
      />
    </Card>
  )
}
