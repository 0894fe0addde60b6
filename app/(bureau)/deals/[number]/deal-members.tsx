import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Form, type FormAction, Submit } from '@/components/form'
import type { DealRecord } from '@/domain/deal/row'
import { membersOf } from '@/domain/record/team'
import { formWords } from '@/i18n/form-words'
import { removeMemberDealAction } from '../actions'

/** Who else works on it; each can be let go by whoever may add them. */
export async function DealMembers({ deal }: { deal: DealRecord }) {
  const [t, common, names, words] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common.say'),
    naming(),
    formWords(),
  ])
  const members = membersOf(deal.teamIds, deal.officerId)
  if (members.length === 0) return common('none')
  return (
    <ul>
      {members.map(id => (
        <li key={id} className="flex items-center gap-1">
          {names.person(id)}
          {deal.can.add_member ? (
            <Form
              action={removeMemberDealAction as FormAction}
              words={words}
              hidden={{ number: deal.number, version: deal.version, memberId: id }}
              says={{ text: t('said.done') }}
              className="no-print"
            >
              <Submit
                look="quiet"
                small
                square
                aria-label={t('act.removeMember', { name: names.person(id) })}
              >
                ×
              </Submit>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
