import { getTranslations } from 'next-intl/server'
import { companyKinds, segments } from '@/domain/company/company'
import type { CompanyFilter } from '@/domain/company/filter'
import { listSetting } from '../list-asked'
import type { ListField } from '../list-field'
import { fieldKit } from '../list-fields'

/** What a list of companies can be asked, in the order of its chips. */
export async function companyFields(filter: CompanyFilter): Promise<ListField<CompanyFilter>[]> {
  const [t, kit, { tags }] = await Promise.all([
    getTranslations('company'),
    fieldKit(filter),
    listSetting('companies'),
  ])
  return [
    kit.text(t('filter.text')),
    kit.countries(t('column.country')),
    kit.many('kind', 'kinds', t('column.kind'), companyKinds, kind => t(`kind.${kind}`)),
    kit.many('segment', 'segments', t('column.segment'), segments, segment => t(`segment.${segment}`)),
    kit.industries(t('column.industry')),
    kit.tags(t('column.tags'), tags),
    kit.one(
      'inZone',
      'inZone',
      t('filter.inZone'),
      [
        { value: 'yes', label: t('filter.inside') },
        { value: 'no', label: t('filter.outside') },
      ],
      { chosen: filter.inZone === null ? '' : filter.inZone ? 'yes' : 'no' },
    ),
  ]
}
