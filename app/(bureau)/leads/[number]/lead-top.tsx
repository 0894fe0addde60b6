import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import { Icon } from '@/components/icon'
import { DeskChip, StatusChip } from '@/components/marks'
import { Menu } from '@/components/menu'
import { Banner, Breadcrumb, PageHead } from '@/components/page'
import type { LeadRecord } from '@/db/read/lead'
import type { LeadVerb } from '@/domain/lead/right'
import { formWords } from '@/i18n/form-words'
import { deleteLeadAction, restoreLeadAction } from '../actions'
import { AppraiseVerb, JudgeVerb, waitingOf } from '../appraisal-verbs'
import { ContactVerb, DisqualifyVerb, ReopenVerb } from '../lead-verbs'

/** Name, desk, where it stands, and what one may do with it now. */
export async function LeadTop({ lead, can }: { lead: LeadRecord; can: Record<LeadVerb, boolean> }) {
  const [t, common, merge, names] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common.act'),
    getTranslations('merge.act'),
    naming(),
  ])
  const desk = names.desk(lead.deskId)
  return (
    <>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/leads' }, { label: lead.number }]}
      />
      <PageHead
        title={lead.company?.name ?? lead.name}
        lang={lead.nameLocale ?? undefined}
        marks={
          <>
            <DeskChip colour={desk.colour}>{desk.name}</DeskChip>
            <StatusChip tone={lead.stage === 'disqualified' ? 'quiet' : 'accent'}>
              {t(`stage.${lead.stage}`)}
            </StatusChip>
            {lead.unrouted ? <StatusChip tone="amber">{t('mark.unrouted')}</StatusChip> : null}
          </>
        }
      >
        {can.delete || can.merge ? (
          <Menu
            opener={<Icon name="ellipsis" label={t('act.more')} />}
            look="quiet"
            square
            align="end"
            items={can.merge ? [{ label: merge('with'), href: `/merge/${lead.number}`, icon: 'layers' }] : []}
          >
            {can.delete ? <DeleteLead lead={lead} /> : null}
          </Menu>
        ) : null}
        {can.disqualify && lead.verdict !== 'decline' ? <DisqualifyVerb lead={lead} /> : null}
        {can.reopen ? <ReopenVerb lead={lead} /> : null}
        {can.edit ? (
          <LinkButton href={`/leads/${lead.number}/edit`} data-key="e">
            {t('act.edit')}
          </LinkButton>
        ) : null}
        {can.judge && !waitingOf(lead) ? <JudgeVerb lead={lead} /> : null}
        {can.appraise ? <AppraiseVerb lead={lead} /> : null}
        {can.convert ? (
          <LinkButton look="primary" href={`/leads/${lead.number}/convert`}>
            <Icon name="briefcase" />
            {t('act.convert')}
          </LinkButton>
        ) : null}
        {can.move && lead.stage === 'new' ? <ContactVerb lead={lead} /> : null}
      </PageHead>
      {lead.deletedAt ? (
        <Banner tone="red" icon="trash-2" acts={<RestoreLead lead={lead} label={common('restore')} />}>
          {t('record.deleted', { name: names.person(lead.deletedBy), at: names.moment(lead.deletedAt) })}
        </Banner>
      ) : null}
      {lead.deal ? (
        <Banner tone="green" icon="briefcase">
          {t('record.became')}{' '}
          <a className="link" href={`/deals/${lead.deal.number}`}>
            {lead.deal.number} {lead.deal.name}
          </a>
        </Banner>
      ) : null}
      {lead.verdict === 'decline' && can.disqualify ? (
        <Banner tone="amber" icon="ban" acts={<DisqualifyVerb lead={lead} small />}>
          {t('appraisal.declined', { reason: lead.verdictReason ?? '' })}
        </Banner>
      ) : null}
      {lead.disqualifyReason ? (
        <Banner icon="ban">
          {t('record.disqualified', {
            date: names.day(lead.stageSince),
            reason: `${t(`disqualifyReason.${lead.disqualifyReason}`)} · ${lead.disqualifyText ?? ''}`,
          })}
        </Banner>
      ) : null}
      {lead.unrouted && !lead.deletedAt ? (
        <Banner tone="amber" icon="route">
          {t('record.unroutedSays', { desk: desk.name })}
        </Banner>
      ) : null}
    </>
  )
}

async function DeleteLead({ lead }: { lead: LeadRecord }) {
  const [t, common, words] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common.act'),
    formWords(),
  ])
  const undo = { label: common('undo'), action: restoreLeadAction as (value: never) => Promise<unknown> }
  return (
    <Form
      action={deleteLeadAction as FormAction}
      words={words}
      hidden={{ number: lead.number }}
      says={{ text: t('said.deleted'), undo }}
      aria-label={t('act.delete')}
    >
      <Submit look="danger" small>
        {t('act.delete')}
      </Submit>
    </Form>
  )
}

async function RestoreLead({ lead, label }: { lead: LeadRecord; label: string }) {
  const [t, words] = await Promise.all([getTranslations('lead'), formWords()])
  return (
    <Form
      action={restoreLeadAction as FormAction}
      words={words}
      hidden={{ number: lead.number }}
      says={{ text: t('said.restored') }}
      aria-label={label}
    >
      <Submit look="outlined" small>
        {label}
      </Submit>
    </Form>
  )
}
