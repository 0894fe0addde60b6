import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Select, TextArea } from '@/components/inputs'
import type { HandOver } from '@/domain/hand-over/hand-over'
import { formWords } from '@/i18n/form-words'
import { officerOptions } from './case-people'
import {
  acceptDealHandOverAction,
  acceptLeadHandOverAction,
  declineDealHandOverAction,
  declineLeadHandOverAction,
  withdrawDealHandOverAction,
  withdrawLeadHandOverAction,
} from './hand-over-action'
import { naming } from './naming'

const actions = {
  lead: {
    accept: acceptLeadHandOverAction as FormAction,
    decline: declineLeadHandOverAction as FormAction,
    withdraw: withdrawLeadHandOverAction as FormAction,
  },
  deal: {
    accept: acceptDealHandOverAction as FormAction,
    decline: declineDealHandOverAction as FormAction,
    withdraw: withdrawDealHandOverAction as FormAction,
  },
}

/** Accept (with an officer, or later), decline with a reason, withdraw: each opens its form below its button. */
export async function HandOverActs(props: { offer: HandOver; decide: boolean; withdraw: boolean }) {
  const { offer, decide, withdraw } = props
  const [t, say, names] = await Promise.all([
    getTranslations('handover'),
    getTranslations('common.say'),
    naming(),
  ])
  const { accept, decline, withdraw: takeBack } = actions[offer.noun]
  return (
    <div className="mt-2 flex flex-wrap items-start gap-2 no-print">
      {decide ? (
        <Opening title={t('act.accept')}>
          <Ask offer={offer} action={accept} title={t('act.accept')} said={t('said.accepted')} versioned>
            <Field name="officerId" label={t('field.officerId')} optional={say('optional')}>
              <Select empty={t('hint.officerLater')} options={officerOptions(names, [offer.toDeskId], [])} />
            </Field>
          </Ask>
        </Opening>
      ) : null}
      {decide ? (
        <Opening title={t('act.decline')} plain>
          <Ask offer={offer} action={decline} title={t('act.decline')} said={t('said.declined')}>
            <Field name="reason" label={t('field.declineReason')} required={say('required')}>
              <TextArea rows={2} maxLength={2_000} />
            </Field>
          </Ask>
        </Opening>
      ) : null}
      {withdraw ? (
        <Ask offer={offer} action={takeBack} title={t('act.withdraw')} said={t('said.withdrawn')} bare />
      ) : null}
    </div>
  )
}

/** Without JavaScript too: the browser opens it. */
function Opening({ title, plain, children }: { title: string; plain?: boolean; children: ReactNode }) {
  return (
    <details name="hand-over" className="opening">
      <summary className={buttonClass({ look: plain ? 'plain' : 'outlined', small: true })}>{title}</summary>
      <div className="mt-2 w-80 max-w-full">{children}</div>
    </details>
  )
}

async function Ask(props: {
  offer: HandOver
  action: FormAction
  title: string
  said: string
  versioned?: boolean
  bare?: boolean
  children?: ReactNode
}) {
  const { offer, action, title, said, versioned, bare } = props
  return (
    <Form
      action={action}
      words={await formWords()}
      hidden={{ handOverId: offer.id, ...(versioned && { version: offer.version ?? '' }) }}
      says={{ text: said }}
      className={bare ? undefined : 'grid gap-3'}
      aria-label={title}
    >
      {props.children}
      <div>
        <Submit look={bare ? 'plain' : 'primary'} small>
          {title}
        </Submit>
      </div>
    </Form>
  )
}
