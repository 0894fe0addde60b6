import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/icon'
import { attachmentRights } from '@/domain/attachment/right'
import { filesOf } from './files-of'

type Part = { procedureId: number } | { arrivalId: number }

/** The files that prove a step or an arrival of a deal, and the way to add one. All of the deal's are read at once. */
export async function PartFiles({ deal, part }: { deal: { id: number; number: string }; part: Part }) {
  const found = await filesOf('deal', deal.id)
  if (!found) return null
  const t = await getTranslations('attachment')
  const [kind, id] =
    'procedureId' in part
      ? (['procedure', part.procedureId] as const)
      : (['arrival', part.arrivalId] as const)
  const rows = found.rows.filter(({ part: of }) => of?.kind === kind && of.id === id)
  const adds = attachmentRights(found.actor, found.record).add
  if (rows.length === 0 && !adds) return null
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-13">
      {rows.map(row => (
        <a key={row.id} className="link" href={`/attachments/${row.id}`}>
          <Icon name="paperclip" small /> {row.title}
        </a>
      ))}
      {adds ? (
        <a
          className="text-ink-2 underline no-print"
          href={`/deals/${deal.number}/files?${kind}=${id}#attach`}
        >
          {t('addOne')}
        </a>
      ) : null}
    </span>
  )
}
