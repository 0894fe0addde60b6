import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { drawn } from '@/components/markup'
import { Menu, type MenuItem } from '@/components/menu'
import { Popover } from '@/components/popover'
import { QueryCheckbox } from '@/components/query-inputs'
import { savePreferenceAction } from './preference-action'

/** Columns chosen and kept for this person. Works without JavaScript; `back` is the list without `columns` in it. */
export function ColumnChooser(props: {
  list: string
  columns: readonly { key: string; label: string }[]
  chosen: readonly string[]
  back: string
}) {
  const t = useTranslations('common')
  const { columns, chosen } = props
  const opener = (
    <>
      <Icon name="columns-3" small />
      {t('list.columns')} {chosen.length}/{columns.length}
    </>
  )
  return (
    <Popover opener={opener} openerClass="btn btn-quiet btn-s" align="end" panelClass="min-w-60">
      <form action={savePreferenceAction} className="grid gap-2 p-2">
        <input type="hidden" name="list" value={props.list} />
        <input type="hidden" name="back" value={props.back} />
        <fieldset
          className="max-h-80 overflow-auto"
          {...drawn([
            <legend key="" className="text-12 text-ink-2">
              {t('list.columnsShown')}
            </legend>,
            ...columns.map(({ key, label }) => (
              <QueryCheckbox
                key={key}
                name="columns[]"
                value={key}
                label={label}
                defaultChecked={chosen.includes(key)}
              />
            )),
          ])}
        />
        <Button type="submit" small look="outlined">
          {t('act.apply')}
        </Button>
      </form>
    </Popover>
  )
}

/** How many rows a page; kept in the address. */
export function PageSizeMenu({
  size,
  sizes,
  href,
}: {
  size: number
  sizes: readonly number[]
  href: (size: number) => string
}) {
  const t = useTranslations('common')
  return (
    <Menu
      small
      look="quiet"
      align="end"
      opener={
        <>
          {t('list.perPage', { count: size })}
          <Icon name="chevron-down" small />
        </>
      }
      items={sizes.map(count => ({
        label: t('list.perPage', { count }),
        href: href(count),
        current: count === size,
      }))}
    />
  )
}

/** The two files of a list; `href` gives the address for a format; `more` what else there is to choose. */
export function ExportMenu(props: {
  href: (format: 'xlsx' | 'csv') => string
  /** False where the addresses lead to a page that makes the file in the background. */
  download?: boolean
  more?: readonly MenuItem[]
}) {
  const { href, download = true, more = [] } = props
  const t = useTranslations('common')
  return (
    <Menu
      align="end"
      opener={
        <>
          <Icon name="download" />
          {t('act.export')}
        </>
      }
      items={[
        { label: t('act.exportXlsx'), href: href('xlsx'), icon: 'table-2', download },
        { label: t('act.exportCsv'), href: href('csv'), icon: 'file-text', download },
        ...more,
      ]}
    />
  )
}
