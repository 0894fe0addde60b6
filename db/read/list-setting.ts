import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import type { Permit } from '@/domain/policy/permit'
import type { Tag } from '@/domain/tag/tag'
import type { View } from '@/domain/view/view'

/** What a person has chosen for a list (the page takes from it what it knows), the views of it that he sees, all tags. */
export type ListSetting = {
  columns?: unknown[]
  size?: number
  home: number | null
  views: View[]
  tags: Tag[]
}

type Row = {
  preferences: Record<string, unknown> | null
  views: View[] | null
  tags: Tag[] | null
}

/** One statement: every list asks it. Own views first, then desks', then the bureau's; at most thirty in each place. */
export async function getListSetting(permit: Permit, list: string): Promise<ListSetting> {
  return as(permit, 'read', async tx => {
    const [row] = await tx.execute<Row>(sql`
      select u.preferences,
        (select json_agg(json_build_object('id', v.id, 'list', v.list, 'name', v.name, 'search', v.search, 'scope', v.scope,
            'deskId', v.desk_id, 'userId', v.user_id, 'version', v.version) order by v.scope <> 'mine', v.scope <> 'desk', v.desk_id, v.id)
          from views v where v.list = ${list}) as views,
        (select json_agg(json_build_object('id', t.id, 'name', t.name, 'colour', t.colour) order by t.name collate "zh-x-icu", t.id)
          from tags t where ${list} in ('leads', 'deals', 'companies')) as tags
      from users u where u.id = ${permit.actor.id}`)
    const kept = row?.preferences?.[list]
    const home = row?.preferences?.home
    return {
      ...(kept && typeof kept === 'object' ? (kept as Pick<ListSetting, 'columns' | 'size'>) : {}),
      home: typeof home === 'number' ? home : null,
      views: row?.views ?? [],
      tags: row?.tags ?? [],
    }
  })
}
