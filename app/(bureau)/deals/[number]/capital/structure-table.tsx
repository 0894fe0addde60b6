import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AmountWords, SumWords, yuanIn } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { StatusChip } from '@/components/marks'
import { HeadCell, PlainTable } from '@/components/table'
import { type CapitalPart, type DealCapital, subtotals } from '@/domain/capital/deal'
import type { DealRecord } from '@/domain/deal/row'
import { columnUnit } from '@/domain/money/column'
import { divideHalfUp } from '@/domain/money/decimal'
import type { Sum } from '@/domain/money/sum'
import { partWords } from './part-words'

/** The parts, their subtotals and what they leave of the total: the sum is proved where it stands. */
export async function StructureTable({ deal, capital }: { deal: DealRecord; capital: DealCapital }) {
  const [t, names, say] = await Promise.all([getTranslations('capital'), naming(), partWords(deal)])
  const { parts, closing } = capital
  const sums = subtotals(parts)
  const yuan = (cny: bigint | null) => (cny === null ? '—' : yuanIn(names.locale, cny))
  const share = (cny: bigint | null) =>
    cny !== null && deal.total.cny
      ? `${(Number(divideHalfUp(cny * 1000n, deal.total.cny)) / 10).toFixed(1)}%`
      : '—'
  const line = (key: string, label: ReactNode, sum: Sum, strong = false) =>
    sum.count === 0 ? null : (
      <tr key={key} className={strong ? 'font-semibold' : 'text-ink-2'}>
        <th scope="row" colSpan={5}>
          {label}
        </th>
        <td className="n">
          <SumWords sum={sum} />
        </td>
        <td className="n">{yuan(sum.cny)}</td>
        <td className="n">{share(sum.cny)}</td>
      </tr>
    )
  return (
    <PlainTable
      caption={t('record.structure')}
      head={
        <>
          {(['party', 'origin', 'kind', 'form'] as const).map(key => (
            <HeadCell key={key}>{t(`field.${key}`)}</HeadCell>
          ))}
          <HeadCell number>{t('field.received')}</HeadCell>
          <HeadCell number>{t('field.amount')}</HeadCell>
          <HeadCell number unit={columnUnit(names.locale).word}>
            {t('field.cny')}
          </HeadCell>
          <HeadCell number>{t('field.share')}</HeadCell>
        </>
      }
    >
      {parts.map(part => (
        <tr key={part.id} id={`part-${part.id}`}>
          <td className="nm">
            {say.party(part)} {part.rest ? <StatusChip>{t('record.restMark')}</StatusChip> : null}
          </td>
          <td className="w">{t(`origin.${part.origin}`)}</td>
          <td className="w">{t(`kind.${part.kind}`)}</td>
          <td className="w">{t(`form.${part.form}`)}</td>
          <td className="n">{receivedOf(part)}</td>
          <td className="n">
            {part.money ? <AmountWords money={part.money} /> : <span className="text-ink-3">—</span>}
          </td>
          <td className="n">{yuan(part.cny)}</td>
          <td className="n">{share(part.cny)}</td>
        </tr>
      ))}
      {line('registered', t('record.registered'), sums.registered)}
      {line('foreign', t('record.foreign'), sums.foreign)}
      {line('domestic', t('record.domestic'), sums.domestic)}
      {line('loans', t('record.loans'), sums.loans)}
      {line('sum', t('record.sum'), sums.all, true)}
      <tr className="font-semibold">
        <th scope="row" colSpan={5}>
          {t('record.total')}
        </th>
        <td className="n">
          <AmountWords money={deal.total.money} />
        </td>
        <td className="n">{yuan(deal.total.cny)}</td>
        <td className="n" />
      </tr>
      <tr id="gap">
        <th scope="row" colSpan={5}>
          {t('record.gap')}{' '}
          <StatusChip
            tone={closing.state === 'closed' ? 'green' : 'red'}
            icon={closing.state === 'closed' ? 'check' : 'triangle-alert'}
          >
            {t(`closing.${closing.state}`)}
          </StatusChip>
        </th>
        <td className={`n${closing.state === 'gap' ? ' text-red font-semibold' : ''}`}>
          {closing.gap ? <AmountWords money={closing.gap} /> : '—'}
        </td>
        <td className="n" />
        <td className="n" />
      </tr>
    </PlainTable>
  )
}

const receivedOf = ({ money, received }: CapitalPart) =>
  money && received > 0n ? (
    <AmountWords money={{ minor: received, currency: money.currency }} />
  ) : (
    <span className="text-ink-3">—</span>
  )
