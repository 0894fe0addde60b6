import { getTranslations } from 'next-intl/server'
import { DeskChip, StatusChip, type Tone } from '@/components/marks'
import { PlainTable } from '@/components/table'
import type { HandOverView } from '@/domain/hand-over/filter'
import type { HandOver, HandOverState } from '@/domain/hand-over/hand-over'
import { handOverRights } from '@/domain/hand-over/right'
import type { Actor } from '@/domain/policy/actor'
import { HandOverActs } from '../hand-over-acts'
import { naming } from '../naming'

const tone: Record<HandOverState, Tone> = {
  open: 'amber',
  accepted: 'green',
  declined: 'red',
  withdrawn: 'quiet',
  lapsed: 'quiet',
}

/** A line an offer. A head who does not see a record (any more) reads its number and what was said about it. */
export async function HandOverTable(props: { rows: readonly HandOver[]; actor: Actor; view: HandOverView }) {
  const { rows, actor, view } = props
  const [t, names] = await Promise.all([getTranslations('handover'), naming()])
  const desk = (id: number) => <DeskChip colour={names.desk(id).colour}>{names.desk(id).name}</DeskChip>
  return (
    <PlainTable
      caption={t(`tab.${view}`)}
      head={(['record', 'way', 'reason', 'proposed', 'state'] as const).map(key => (
        <th key={key} scope="col">
          {t(`column.${key}`)}
        </th>
      ))}
    >
      {rows.map(row => (
        <tr key={row.id}>
          <td className="min-w-36">
            {row.name === null ? (
              row.number
            ) : (
              <a className="link" href={`/${row.noun}s/${row.number}#hand-over`}>
                {row.number} {row.name}
              </a>
            )}
          </td>
          <td className="w">
            {desk(row.fromDeskId)} → {desk(row.toDeskId)}
          </td>
          <td className="max-w-md min-w-56 wrap-anywhere whitespace-pre-line">
            {row.reason}
            {row.creditShare === null ? null : (
              <span className="block text-ink-2">
                {t('record.share', {
                  to: names.desk(row.toDeskId).name,
                  from: names.desk(row.fromDeskId).name,
                  share: row.creditShare,
                  rest: 100 - row.creditShare,
                })}
              </span>
            )}
          </td>
          <td>
            {names.person(row.proposedBy)}
            <time className="block text-ink-2" dateTime={row.proposedAt.toISOString()}>
              {names.shortMoment(row.proposedAt)}
            </time>
          </td>
          <td>
            <StatusChip tone={tone[row.state]}>{t(`state.${row.state}`)}</StatusChip>
            <Decision row={row} />
            {row.name === null && handOverRights(actor, row).decide ? (
              <HandOverActs offer={row} decide withdraw={false} />
            ) : null}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}

async function Decision({ row }: { row: HandOver }) {
  const [t, names] = await Promise.all([getTranslations('handover.record'), naming()])
  if (!row.decidedAt) return null
  return (
    <>
      {row.decidedBy ? (
        <span className="block text-ink-2">
          {t('by', { name: names.person(row.decidedBy), at: names.shortMoment(row.decidedAt) })}
        </span>
      ) : null}
      {row.decisionReason ? <span className="block wrap-anywhere">{row.decisionReason}</span> : null}
    </>
  )
}
