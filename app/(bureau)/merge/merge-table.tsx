import { getTranslations } from 'next-intl/server'
import { mergeWords } from '@/app/(bureau)/merge-words'
import { StatusChip } from '@/components/marks'
import { Facts } from '@/components/page'
import type { FieldBeside, MergePreview } from '@/db/read/merge'
import type { Choices, Side } from '@/domain/merge/choose'
import { CHOOSE } from '@/domain/merge/input'
import { MergeChoice } from './merge-choice'

/** The fields that differ, each with a choice; below them, folded, those that are the same in both. */
export async function MergeTable({ preview, chosen }: { preview: MergePreview; chosen: Choices }) {
  const { noun, kept, other, fields, changed } = preview
  const [t, words] = await Promise.all([getTranslations('merge.beside'), mergeWords(noun)])
  const differ = fields.filter(field => !field.same)
  const equal = fields.filter(field => field.same && !field.empty)
  const head = (record: MergePreview['kept'], column: string) => (
    <th scope="col">
      {column}
      <b>
        {record.number} {record.name}
      </b>
      <span className="block">
        {t('entered', {
          at: words.names.dayOf(record.createdAt),
          name: words.names.person(record.createdBy),
        })}
        {' · '}
        {t('updated', { at: words.names.dayOf(record.updatedAt) })}
      </span>
    </th>
  )
  return (
    <>
      <h2 className="text-16 mb-2">{t('differ', { count: differ.length })}</h2>
      {differ.length > 0 ? (
        <table className="conflict mb-4">
          <thead>
            <tr>
              <th scope="col" className="w-[20%]">
                {t('field')}
              </th>
              {head(kept, t('kept'))}
              {head(other, t('other'))}
            </tr>
          </thead>
          <tbody>
            {differ.map(field => (
              <FieldRow
                key={field.key}
                field={field}
                numbers={[kept.number, other.number]}
                chosen={chosen[field.key] ?? field.preset}
                words={words}
                both={t('both')}
                since={changed.includes(field.key) ? t('since') : null}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {equal.length > 0 ? (
        <details className="mb-4">
          <summary className="link text-13">{t('equal', { count: equal.length })}</summary>
          <div className="mt-3">
            <Facts
              items={equal.map(({ key, kept: said }) => ({
                key,
                label: words.label(key),
                value: words.value(said) ?? words.notStated,
              }))}
            />
          </div>
        </details>
      ) : null}
    </>
  )
}

type Words = Awaited<ReturnType<typeof mergeWords>>

function FieldRow(props: {
  field: FieldBeside
  numbers: readonly [string, string]
  chosen: Side
  words: Words
  both: string
  /** Said of a field that was changed while one chose. */
  since: string | null
}) {
  const { field, numbers, chosen, words, both, since } = props
  const label = words.label(field.key)
  const side = (value: Side, said: FieldBeside['kept']) => (
    <MergeChoice name={`${CHOOSE}${field.key}`} value={value} chosen={chosen === value}>
      {words.value(said) ?? <span className="text-ink-3">{words.notStated}</span>}
    </MergeChoice>
  )
  return (
    <tr data-field={field.key} data-label={label}>
      <th scope="row">
        {label}
        {since ? (
          <StatusChip tone="amber" icon="triangle-alert">
            {since}
          </StatusChip>
        ) : null}
      </th>
      <td className="choice" data-label={numbers[0]}>
        {side('kept', field.kept)}
      </td>
      <td className="choice" data-label={numbers[1]}>
        {side('other', field.other)}
        {field.both ? (
          <MergeChoice name={`${CHOOSE}${field.key}`} value="both" chosen={chosen === 'both'}>
            {both}
          </MergeChoice>
        ) : null}
      </td>
    </tr>
  )
}
