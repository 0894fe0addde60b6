import { getTranslations } from 'next-intl/server'
import { signedIn } from '@/access/page'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Select, TextInput } from '@/components/inputs'
import { Popover } from '@/components/popover'
import { Tabs } from '@/components/tabs'
import type { List, ListFilter } from '@/domain/filter/list'
import { mayChangeView, mayKeepView, placeWord, type View, viewHref } from '@/domain/view/view'
import type { Asked } from './list-asked'
import { naming } from './naming'
import { createViewAction, deleteViewAction, editViewAction, setHomeAction } from './view-actions'

type Props<F extends ListFilter> = { list: List<F>; asked: Asked<F> }

/** The kept views of a list side by side: one's own, the desk's, the bureau's. Nothing while there are none. */
export async function ViewTabs<F extends ListFilter>({ list, asked }: Props<F>) {
  const [t, names] = await Promise.all([getTranslations('view'), naming()])
  const { views, home, filter } = asked
  if (views.length === 0) return null
  const whose = (view: View) =>
    view.scope === 'desk' && view.deskId ? names.desk(view.deskId).name : t(`scope.${view.scope}`)
  const items = views.map(view => ({
    label: (
      <span title={whose(view)}>
        {view.id === home ? <Icon name="house" small label={t('home')} /> : null} {view.name}
        {view.scope === 'mine' ? null : <span className="unit">{whose(view)}</span>}
      </span>
    ),
    href: viewHref(view),
    current: view.id === filter.view,
  }))
  const whole = { label: t('whole'), href: `/${list.name}`, current: filter.view === null }
  return <Tabs label={t('label')} items={[whole, ...items]} />
}

/** Keeps the list as it stands: under a new name, or in the view that one came by; and where one begins. */
export async function ViewKeeper<F extends ListFilter>({ list, asked }: Props<F>) {
  const [t, actor, names] = await Promise.all([getTranslations('view'), signedIn(), naming()])
  const { filter, views, home } = asked
  const view = views.find(one => one.id === filter.view)
  const bare = { view: null, size: null, page: 1 } as Partial<F>
  // with the columns that one sees: to another they would be his own
  const search = list.search({ ...filter, columns: asked.columns }, bare)
  // as the list says it now: a desk that is no more is not asked for any more
  const kept = view && list.parse(new URLSearchParams(view.search)).filter
  const shown = kept?.columns ? search : list.search({ ...filter, columns: null }, bare)
  const changed = kept !== undefined && list.search(kept, bare) !== shown
  const places = [
    { scope: 'mine' as const, deskId: null },
    ...names.ref.desks.filter(desk => desk.active).map(desk => ({ scope: 'desk' as const, deskId: desk.id })),
    { scope: 'bureau' as const, deskId: null },
  ].filter(place => mayKeepView(actor, place))
  const options = places.map(place => ({
    value: placeWord(place),
    label: place.deskId === null ? t(`scope.${place.scope}`) : names.desk(place.deskId).name,
  }))
  const hidden = (
    <>
      <input type="hidden" name="list" value={list.name} />
      <input type="hidden" name="search" value={search} />
    </>
  )
  const fields = (name: string, place: string) => (
    <>
      <TextInput
        name="name"
        aria-label={t('name')}
        placeholder={t('name')}
        defaultValue={name}
        maxLength={60}
        required
        small
      />
      {options.length > 1 ? (
        <Select name="place" aria-label={t('place')} options={options} defaultValue={place} small />
      ) : (
        <input type="hidden" name="place" value={place} />
      )}
    </>
  )
  const opener = (
    <>
      <Icon name="bookmark" small />
      {t(changed ? 'changed' : view ? 'one' : 'keep')}
    </>
  )
  return (
    <Popover opener={opener} openerClass="btn btn-quiet btn-s" align="end" shortcut="v" panelClass="min-w-60">
      {view && mayChangeView(actor, view) ? (
        <form action={editViewAction} className="grid gap-2 p-2">
          <p className="text-12 text-ink-2">{t('this')}</p>
          {hidden}
          <input type="hidden" name="id" value={view.id} />
          <input type="hidden" name="version" value={view.version} />
          {fields(view.name, placeWord(view))}
          <Button type="submit" small look={changed ? 'primary' : 'outlined'}>
            {t(changed ? 'overwrite' : 'rename')}
          </Button>
        </form>
      ) : null}
      <form action={createViewAction} className="grid gap-2 p-2">
        <p className="text-12 text-ink-2">{t('new')}</p>
        {hidden}
        {fields('', 'mine')}
        <Button type="submit" small look="outlined">
          {t('create')}
        </Button>
      </form>
      {view ? (
        <form action={setHomeAction} className="px-2 pb-1">
          {hidden}
          <input type="hidden" name="view" value={view.id} />
          <input type="hidden" name="id" value={view.id === home ? '' : view.id} />
          <Button type="submit" small look="quiet">
            <Icon name="house" small />
            {t(view.id === home ? 'beginWithDay' : 'beginHere')}
          </Button>
        </form>
      ) : null}
      {view && mayChangeView(actor, view) ? (
        <form action={deleteViewAction} className="px-2 pb-1">
          {hidden}
          <input type="hidden" name="id" value={view.id} />
          <Button type="submit" small look="quiet">
            <Icon name="trash-2" small />
            {t('delete')}
          </Button>
        </form>
      ) : null}
    </Popover>
  )
}
