import { getTranslations } from 'next-intl/server'
import { proposeLeadHandOverAction } from '@/app/(bureau)/hand-over-action'
import { HandOverFields } from '@/app/(bureau)/hand-over-fields'
import { Field } from '@/components/field'
import type { FormAction } from '@/components/form'
import { Select, TextArea } from '@/components/inputs'
import type { LeadRecord } from '@/db/read/lead'
import type { LeadVerb } from '@/domain/lead/right'
import { addLeadMemberAction, assignLeadAction, handOverLeadAction } from './actions'
import { leadOptions } from './lead-options'
import { VerbDialog } from './verb-dialog'

/** Who has it: assigned by the head, joined by members, offered to another desk, placed there by the director. Shown as far as one may. */
export async function PeopleVerbs({ lead, can }: { lead: LeadRecord; can: Record<LeadVerb, boolean> }) {
  const [t, handover, options] = await Promise.all([
    getTranslations('lead'),
    getTranslations('handover'),
    leadOptions(),
  ])
  const { number } = lead
  const place = lead.unrouted ? t('act.place') : t('act.handOver')
  return (
    <div className="mt-2 flex flex-wrap gap-2 no-print">
      {can.assign ? (
        <VerbDialog
          title={t('act.assign')}
          small
          look={lead.caseOfficerId ? 'plain' : 'outlined'}
          action={assignLeadAction as FormAction}
          number={number}
          said={t('said.assigned')}
        >
          <Field name="officerId" label={t('field.officerId')}>
            <Select
              empty=""
              defaultValue={String(lead.caseOfficerId ?? '')}
              options={options.workers(lead.deskId)}
            />
          </Field>
        </VerbDialog>
      ) : null}
      {can.add_member ? (
        <VerbDialog
          title={t('act.addMember')}
          small
          action={addLeadMemberAction as FormAction}
          number={number}
          said={t('said.saved')}
        >
          <Field name="memberId" label={t('field.memberId')}>
            <Select
              empty=""
              defaultValue=""
              options={options.workers().filter(({ value }) => !lead.teamIds.includes(Number(value)))}
            />
          </Field>
        </VerbDialog>
      ) : null}
      {can.propose_hand_over && !can.hand_over ? (
        <VerbDialog
          title={handover('act.propose')}
          small
          action={proposeLeadHandOverAction as FormAction}
          number={number}
          hidden={{ version: lead.version }}
          said={handover('said.proposed')}
        >
          <HandOverFields deskId={lead.deskId} />
        </VerbDialog>
      ) : null}
      {can.hand_over ? (
        <VerbDialog
          title={place}
          small
          look={lead.unrouted ? 'outlined' : 'plain'}
          action={handOverLeadAction as FormAction}
          number={number}
          said={t('said.handedOver')}
        >
          <Field name="deskId" label={t('field.deskId')}>
            <Select
              empty=""
              defaultValue={lead.unrouted ? String(lead.deskId) : ''}
              options={options.desks.filter(({ value }) => lead.unrouted || value !== String(lead.deskId))}
            />
          </Field>
          <Field name="reason" label={t('field.reason')}>
            <TextArea rows={2} maxLength={2_000} />
          </Field>
        </VerbDialog>
      ) : null}
    </div>
  )
}
