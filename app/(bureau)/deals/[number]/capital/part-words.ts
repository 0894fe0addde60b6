import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import type { CapitalPart } from '@/domain/capital/deal'
import type { DealRecord } from '@/domain/deal/row'
import type { Money } from '@/domain/money/money'
import { words } from '@/domain/money/words'

/** How the parts of a deal's capital are said: the party (the deal's company where none is named), kind, form, days. */
export async function partWords({ company }: Pick<DealRecord, 'company'>) {
  const [t, names] = await Promise.all([getTranslations('capital'), naming()])
  const party = (part: Pick<CapitalPart, 'party' | 'kind'>) =>
    part.party ??
    (part.kind === 'registered' || part.kind === 'partner_loan' ? company.name : t(`kind.${part.kind}`))
  const kind = ({ kind, form }: Pick<CapitalPart, 'kind' | 'form'>) =>
    kind === 'registered' ? t(`form.${form}`) : t(`kind.${kind}`)
  const money = (amount: Money | null) => (amount ? words(amount, names.locale) : t('record.restMark'))
  return {
    party,
    kind,
    money,
    whole: (part: CapitalPart) =>
      t('ask.partOf', {
        party: party(part),
        kind: t(`kind.${part.kind}`),
        form: t(`form.${part.form}`),
        amount: money(part.money),
      }),
    when: ({ from, by }: { from: string | null; by: string }) =>
      from
        ? t('record.fromTo', { from: names.day(from), to: names.day(by) })
        : t('record.by', { date: names.day(by) }),
  }
}
