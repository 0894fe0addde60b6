import { getTranslations } from 'next-intl/server'
import { QueryCheckbox, QueryInput, QuerySelect } from '@/components/query-inputs'
import type { DealFilter } from '@/domain/deal/filter'
import { signings } from '@/domain/deal/filter-work'
import { nameIn } from '@/domain/user/user'
import type { ListField } from '../list-field'
import type { fieldKit } from '../list-fields'

type Kit = Awaited<ReturnType<typeof fieldKit<DealFilter>>>

/** What a list of deals is asked about the work on them; all but the open issues behind one chip until it is set. */
export async function dealWorkFields(filter: DealFilter, kit: Kit): Promise<ListField<DealFilter>[]> {
  const t = await getTranslations('deal')
  const { ref, locale, person } = kit.names
  const options = ref.people.map(({ id, name, names }) => ({
    value: String(id),
    label: nameIn(locale, name, names),
  }))
  const named = typeof filter.leader === 'string' ? [{ value: filter.leader, label: filter.leader }] : []
  const leader = typeof filter.leader === 'number' ? person(filter.leader) : undefined
  const tick = (key: 'procedureOverdue' | 'reviewDue'): ListField<DealFilter> => ({
    key,
    label: t(`filter.${key}`),
    value: filter[key] ? '✓' : '',
    without: { [key]: false },
    ask: () => <QueryCheckbox name={key} value="1" label={t(`filter.${key}`)} defaultChecked={filter[key]} />,
    rare: true,
  })
  return [
    {
      ...kit.one('leader', 'leader', t('filter.leader'), [...named, ...options], { says: leader }),
      rare: true,
    },
    { ...kit.one('member', 'member', t('filter.member'), options), rare: true },
    { ...signedField(filter, kit, t), rare: true },
    ...(filter.asOf
      ? []
      : [
          kit.mark('blocked', t('filter.blocked'), 'warn', 'triangle-alert'),
          tick('procedureOverdue'),
          tick('reviewDue'),
        ]),
  ]
}

type Words = Awaited<ReturnType<typeof getTranslations<'deal'>>>

/** What was signed, and from when to when. */
function signedField(filter: DealFilter, kit: Kit, t: Words): ListField<DealFilter> {
  const { signed, signedFrom, signedTo } = filter
  const { fullDay } = kit.names
  const kind = signed && t(`filter.${signed}`)
  const range =
    signedFrom || signedTo
      ? t('filter.range', {
          from: signedFrom ? fullDay(signedFrom) : '…',
          to: signedTo ? fullDay(signedTo) : '…',
        })
      : null
  return {
    key: 'signed',
    label: t('filter.signed'),
    value: kind ? (range ? t('filter.signedSays', { kind, range }) : kind) : '',
    without: { signed: null, signedFrom: null, signedTo: null },
    ask: () => (
      <div className="grid gap-2">
        <QuerySelect
          name="signed"
          aria-label={t('filter.signed')}
          empty="—"
          defaultValue={signed ?? ''}
          options={signings.map(one => ({ value: one, label: t(`filter.${one}`) }))}
        />
        {(['signedFrom', 'signedTo'] as const).map(name => (
          <QueryInput
            key={name}
            name={name}
            aria-label={`${t('filter.signed')} ${name === 'signedFrom' ? '≥' : '≤'}`}
            defaultValue={filter[name] ?? ''}
          />
        ))}
      </div>
    ),
  }
}
