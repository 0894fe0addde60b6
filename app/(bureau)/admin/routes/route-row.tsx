import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Icon } from '@/components/icon'
import { DeskChip } from '@/components/marks'
import type { RouteSetting } from '@/db/read/route'
import { deleteRouteAction } from './actions'

/** What a rule says: places, industry, desk. */
export async function RouteRow({ route, places }: { route: RouteSetting; places: string }) {
  const [t, names] = await Promise.all([getTranslations('setting.route'), naming()])
  const desk = names.desk(route.deskId)
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0">
        {places}
        <span className="text-ink-2">
          {t('comma')}
          {route.industryId === null ? t('any_industry') : names.industry(route.industryId)}
        </span>
      </span>
      <Icon name="arrow-right" small className="text-ink-3" />
      <DeskChip colour={desk.colour}>{desk.name}</DeskChip>
      <span className="ml-auto flex items-center gap-3 text-13">
        <a className="link" href={`?edit=${route.id}`} aria-label={t('edit_one', { name: places })}>
          {t('edit')}
        </a>
        <form action={deleteRouteAction}>
          <input type="hidden" name="id" value={route.id} />
          <input type="hidden" name="version" value={route.version} />
          <button
            type="submit"
            className="text-red hover:underline"
            aria-label={t('delete_one', { name: places })}
          >
            {t('delete')}
          </button>
        </form>
      </span>
    </div>
  )
}
