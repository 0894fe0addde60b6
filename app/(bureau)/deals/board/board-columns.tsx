import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { drawn } from '@/components/markup'
import type { DealStage } from '@/domain/deal/deal'
import type { DealFilter } from '@/domain/deal/filter'
import type { BoardColumn, DealBoard, DealRow } from '@/domain/deal/row'
import type { Actor } from '@/domain/policy/actor'
import { within } from '@/domain/policy/within'
import { nameIn } from '@/domain/user/user'
import { carried } from '../carried'
import { stageTone } from '../deal-cell'
import type { DrawnCard, DrawnColumn } from './board-state'
import { ColumnFoot, ColumnHead } from './column-head'
import { dealCards } from './deal-card'
import type { Shown } from './shown'

/** The columns as the client gets them: drawn here, so that it only moves them about. */
export async function boardColumns(
  actor: Actor,
  board: DealBoard,
  filter: DealFilter,
  shown: Shown,
): Promise<DrawnColumn[]> {
  const search = carried(filter)
  const [t, names, face] = await Promise.all([
    getTranslations('deal'),
    naming(),
    dealCards(search, filter.asOf),
  ])
  const card = (deal: DealRow): DrawnCard => ({
    number: deal.number,
    version: deal.version,
    stage: deal.stage,
    name: nameIn(names.locale, deal.name, deal.names),
    desk: names.desk(deal.deskId).colour,
    officer: names.person(deal.officerId),
    movable: !filter.asOf && isMovable(actor, deal),
    search,
    drawn: drawn(face(deal)).dangerouslySetInnerHTML,
  })
  return board.columns.map((column: BoardColumn) => ({
    stage: column.stage,
    label: t(`stage.${column.stage satisfies DealStage}`),
    tone: stageTone[column.stage],
    head: <ColumnHead column={column} filter={filter} />,
    foot: <ColumnFoot column={column} filter={filter} shown={shown} />,
    cards: column.cards.map(card),
  }))
}

/** Approved ones have arrived, what waits for a second person stays; the rest by whoever may move it. */
function isMovable(actor: Actor, deal: DealRow): boolean {
  const open = deal.status === 'active' && deal.stage !== 'approved' && !deal.proposal
  return open && within(actor, 'deal.move', deal)
}
