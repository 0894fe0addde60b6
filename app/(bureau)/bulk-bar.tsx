import { getTranslations } from 'next-intl/server'
import { signedIn } from '@/access/page'
import { Button } from '@/components/button'
import { type BulkList, offeredVerbs } from '@/domain/bulk/bulk'

/**
 * What can be done with the ticked rows of a list; seen while one is ticked (table.css). A plain GET form: the next page
 * asks, shows what will change, and does it.
 */
export async function BulkBar({ list, search, total }: { list: BulkList; search: string; total: number }) {
  const [t, { role }] = await Promise.all([getTranslations('bulk'), signedIn()])
  return (
    <form id="bulk" className="bulk-bar" method="get" action={`/bulk/${list}`} aria-label={t('bar')}>
      <input type="hidden" name="of" value={search} />
      <p>
        {t('selected')} <output aria-live="polite" />
      </p>
      <label className="check">
        <input type="checkbox" name="all" value="1" data-key="b" />
        <span>{t('allMatch', { count: total })}</span>
      </label>
      {offeredVerbs(list, role).map(verb => (
        <Button key={verb} type="submit" name="verb" value={verb} small>
          {t(`verb.${verb}`)}
        </Button>
      ))}
      <Button type="reset" small look="quiet">
        {t('clear')}
      </Button>
    </form>
  )
}
