import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Button, LinkButton } from '@/components/button'
import type { ImportRecord } from '@/db/read/import'
import type { Actor } from '@/domain/policy/actor'
import { reachOf } from '@/domain/policy/table'
import { applyImportAction, discardImportAction, undoImportAction } from '../actions'

type Props = { batch: ImportRecord; actor: Actor }

/** What one does with what was checked, or with what was brought in. */
export async function ImportEnd({ batch, actor }: Props) {
  const t = await getTranslations('import')
  const { counts } = batch
  const held = counts ? counts.bad + counts.ask : 0
  const writes = counts ? counts.create + counts.update : 0
  const mine = batch.userId === actor.id
  const checked = mine && batch.fileKept && (batch.state === 'checked' || batch.state === 'applying')
  return (
    <div className="mb-5 flex flex-wrap items-center gap-3">
      {checked && held > 0 ? (
        <p className="note note-amber basis-full">{t('apply.held', { count: held })}</p>
      ) : null}
      {checked && writes > 0 ? (
        <form action={applyImportAction} aria-label={t('apply.label')}>
          <Hidden batch={batch} />
          {held > 0 ? <input type="hidden" name="good" value="on" /> : null}
          <Button type="submit" look={held > 0 ? undefined : 'primary'}>
            {held > 0 ? t('apply.good', { count: writes }) : t('apply.all', { count: writes })}
          </Button>
        </form>
      ) : null}
      {held > 0 && batch.rowsKept ? (
        <LinkButton href={`/import/${batch.id}/refused`} download>
          {t('refusedRows', { count: held })}
        </LinkButton>
      ) : null}
      {mine && batch.fileKept ? (
        <form action={discardImportAction}>
          <Hidden batch={batch} />
          <Button type="submit" look="plain">
            {t('discard')}
          </Button>
        </form>
      ) : null}
      <Undo batch={batch} actor={actor} />
      {batch.kept && batch.kept.length > 0 ? (
        <p className="note note-amber basis-full wrap-anywhere">
          {t('kept', { numbers: batch.kept.join(', ') })}
        </p>
      ) : null}
    </div>
  )
}

async function Undo({ batch, actor }: Props) {
  const [t, names] = await Promise.all([getTranslations('import'), naming()])
  const may = batch.userId === actor.id || actor.role === 'director'
  if (!batch.undoable || !may || reachOf(`${batch.noun}.undo_import`, actor.role) === 'none') return null
  const until = new Date((batch.appliedAt ?? new Date(0)).getTime() + 30 * 86_400_000)
  return (
    <details>
      <summary className="btn btn-outlined">{t('undo.act')}</summary>
      <form
        action={undoImportAction}
        className="mt-2 grid gap-2 justify-items-start"
        aria-label={t('undo.act')}
      >
        <Hidden batch={batch} />
        <p className="max-w-120 text-ink-2">{t('undo.says', { day: names.dayOf(until) })}</p>
        <Button type="submit" look="danger">
          {t('undo.do')}
        </Button>
      </form>
    </details>
  )
}

function Hidden({ batch }: { batch: Pick<ImportRecord, 'id' | 'noun'> }) {
  return (
    <>
      <input type="hidden" name="id" value={batch.id} />
      <input type="hidden" name="noun" value={batch.noun} />
    </>
  )
}
