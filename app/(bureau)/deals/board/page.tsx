import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { listAsked } from '@/app/(bureau)/list-asked'
import { Page } from '@/components/page'
import { dealBoard, moreCards } from '@/db/read/deal-board'
import { dealList } from '@/domain/deal/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { DealHead } from '../deal-head'
import './board.css'
import { boardColumns } from './board-columns'
import { boardWords } from './board-words'
import { DealBoard } from './deal-board'
import { cardsAtFirst, takeShown } from './shown'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deal')
  return { title: `${t('title')} · ${t('view.board')}` }
}

export default async function BoardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { shown, rest } = takeShown(await searchParams)
  const permit = await page('deal.read')
  const asked = await listAsked(dealList, rest)
  const { filter } = asked
  const board = await dealBoard(permit, filter, cardsAtFirst)
  for (const column of board.columns) {
    const more = (shown[column.stage] ?? 0) - cardsAtFirst
    if (more <= 0 || column.more === null) continue
    const next = await moreCards(permit, filter, column.stage, column.more, more)
    column.cards.push(...next.cards)
    column.more = next.more
  }
  const total = board.columns.reduce((sum, column) => sum + column.sum.count, 0)
  const [drawn, words] = await Promise.all([boardColumns(permit.actor, board, filter, shown), boardWords()])
  return (
    <Page fit>
      <DealHead asked={asked} total={total} view="board" />
      <DealBoard columns={drawn} words={words} today={board.today} />
    </Page>
  )
}
