import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Button } from '@/components/button'
import { Section } from '@/components/page'
import { PlainTable } from '@/components/table'
import type { ImportRecord } from '@/db/read/import'
import { importModes } from '@/domain/import/batch'
import { fieldsFor } from '@/domain/import/required'
import type { Actor } from '@/domain/policy/actor'
import { prepareImportAction } from '../actions'

/** Each column with the field that it is read as; what the rows may do; and on to the check of all rows. */
export async function ImportColumns({ batch, actor }: { batch: ImportRecord; actor: Actor }) {
  if (batch.columns.length === 0) return null
  const [t, names] = await Promise.all([getTranslations('import.map'), naming()])
  const [modes, empty] = await Promise.all([getTranslations('import.mode'), getTranslations('import.empty')])
  const fields = fieldsFor(batch.noun, actor)
  const taken = new Set(batch.columns.map(({ field }) => field))
  const missing = fields.filter(({ key, required }) => required && !taken.has(key))
  // a unit of the whole sheet is said of amounts alone, and one that the head says itself not again
  const unitOf = ({ header, unit, field }: ImportRecord['columns'][number]) => {
    const kind = fields.find(({ key }) => key === field)?.kind.is
    return unit && !header.includes(unit) && (kind === 'amount' || kind === 'area') ? unit : null
  }
  const checked = batch.state === 'checked'
  return (
    <Section title={t('title')} count={batch.columns.length}>
      <details open={!checked}>
        <summary className="link mb-2 w-fit">{t('says')}</summary>
        {missing.length > 0 && batch.mode !== 'update' ? (
          <p className="note note-amber mb-3">
            {t('missing', { fields: missing.map(field => field.labels[names.locale]).join(names.comma) })}
          </p>
        ) : null}
        {batch.linked > 0 ? (
          <p className="note note-amber mb-3">{t('linked', { count: batch.linked })}</p>
        ) : null}
        <form action={prepareImportAction} aria-label={t('title')}>
          <input type="hidden" name="id" value={batch.id} />
          <input type="hidden" name="noun" value={batch.noun} />
          <PlainTable
            caption={t('title')}
            head={(['header', 'samples', 'field'] as const).map(key => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          >
            {batch.columns.map(column => (
              <tr key={column.at}>
                <td className="nm max-md:!min-w-20">
                  {column.header || '—'}
                  {unitOf(column) ? <span className="unit"> {unitOf(column)}</span> : null}
                </td>
                <td className="text-ink-2 wrap-anywhere">{column.samples.join(' · ')}</td>
                <td>
                  <select
                    name={`column.${column.at}`}
                    className="input input-s w-36 md:w-56"
                    defaultValue={column.field ?? ''}
                    aria-label={t('fieldOf', { column: column.header || String(column.at + 1) })}
                  >
                    <option value="">{t('unread')}</option>
                    {fields.map(field => (
                      <option key={field.key} value={field.key}>
                        {field.labels[names.locale]}
                        {field.required ? ' *' : ''}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </PlainTable>
          {batch.skipped.length > 0 ? (
            <details className="mt-2 text-ink-2">
              <summary className="link w-fit">{t('skipped', { count: batch.skipped.length })}</summary>
              <ul>
                {batch.skipped.map(row => (
                  <li key={row.at} className="wrap-anywhere">
                    {row.at}: {row.text}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          <div className="mt-3 flex flex-wrap items-end gap-4">
            <label className="grid gap-1">
              <span className="text-12 text-ink-2">{modes('label')}</span>
              <select name="mode" className="input w-64" defaultValue={batch.mode}>
                {importModes.map(mode => (
                  <option key={mode} value={mode}>
                    {modes(mode)}
                  </option>
                ))}
              </select>
            </label>
            <label className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                name="clearEmpty"
                defaultChecked={batch.clearEmpty}
                aria-describedby="empty-says"
              />
              {empty('label')}
            </label>
            <Button type="submit" look={checked ? undefined : 'primary'}>
              {t(checked ? 'again' : 'check')}
            </Button>
          </div>
          <p className="mt-2 mb-4 text-12 text-ink-2" id="empty-says">
            {empty('says')}
          </p>
        </form>
      </details>
    </Section>
  )
}
