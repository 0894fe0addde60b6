import { getTranslations } from 'next-intl/server'
import { ActDialog } from '@/app/(bureau)/act-dialog'
import { proposeDealHandOverAction } from '@/app/(bureau)/hand-over-action'
import { Form, type FormAction, Submit } from '@/components/form'
import type { DealRecord } from '@/domain/deal/row'
import { formWords } from '@/i18n/form-words'
import {
  addMemberDealAction,
  assignDealAction,
  correctDealAction,
  deleteDealAction,
  handOverDealAction,
  holdDealAction,
  loseDealAction,
  moveBackDealAction,
  moveDealAction,
  proposeDealAction,
  redateDealAction,
  restoreDealAction,
  returnDealAction,
  reviveDealAction,
  setLeaderDealAction,
  undoMoveDealAction,
  withdrawDealAction,
} from '../actions'
import { type Act, actRight } from './act'
import { ActFields } from './act-fields'
import { EntryLacks } from './entry-lacks'
import type { RecordAsked } from './record-asked'

const actionOf = {
  move: moveDealAction,
  redate: redateDealAction,
  propose: proposeDealAction,
  return: returnDealAction,
  moveBack: moveBackDealAction,
  hold: holdDealAction,
  lose: loseDealAction,
  withdraw: withdrawDealAction,
  revive: reviveDealAction,
  assign: assignDealAction,
  addMember: addMemberDealAction,
  setLeader: setLeaderDealAction,
  handOver: handOverDealAction,
  proposeHandOver: proposeDealHandOverAction,
  correct: correctDealAction,
  delete: deleteDealAction,
} as const satisfies Record<Act, unknown>

const saidKey = {
  propose: 'proposed',
  proposeHandOver: 'handOverProposed',
  return: 'returned',
  delete: 'deleted',
} as const

/** The question that the address opens over the record, if this person may answer it now. */
export async function DealAct({ deal, asked }: { deal: DealRecord; asked: RecordAsked }) {
  const { act } = asked
  if (!act || !deal.can[actRight[act]]) return null
  const [t, common, words] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common.act'),
    formWords(),
  ])
  const stage = deal.next ? t(`stage.${deal.next}`) : ''
  const title =
    act === 'move' ? t('act.moveTo', { stage }) : act === 'redate' ? t('act.otherDate') : t(`act.${act}`)
  const undo =
    act === 'move'
      ? { label: common('undo'), action: undoMoveDealAction as (value: never) => Promise<unknown> }
      : act === 'delete'
        ? { label: common('undo'), action: restoreDealAction as (value: never) => Promise<unknown> }
        : undefined
  const said =
    act === 'move'
      ? t('said.moved', { stage })
      : t(`said.${act in saidKey ? saidKey[act as 'return'] : 'done'}`)
  const lacks = act === 'move' || act === 'propose' ? deal.missing.filter(isOfEntry) : []
  return (
    <ActDialog key={act} title={title} close={common('close')} back={asked.here}>
      <EntryLacks deal={deal} lacks={lacks} />
      {lacks.length > 0 ? null : (
        <Form
          action={actionOf[act] as FormAction}
          words={words}
          hidden={{
            number: deal.number,
            version: deal.version,
            ...(act === 'move' && { to: deal.next ?? '' }),
            ...(act === 'return' && { proposalId: deal.proposal?.id }),
          }}
          says={{ text: said, undo }}
          className="grid gap-3.5"
          aria-label={title}
        >
          <ActFields act={act} deal={deal} />
          <div className="form-foot">
            <Submit look={act === 'delete' ? 'danger' : 'primary'}>{title}</Submit>
          </div>
        </Form>
      )}
    </ActDialog>
  )
}

/** What the form of an approval asks for itself is not lacking before it. */
const isOfEntry = ({ field }: { field: string }) => !/^(approval|agreement)/.test(field)
