import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { StatusChip } from '@/components/marks'
import type { TemplateRow } from '@/db/read/procedure'
import { nameIn } from '@/domain/user/user'
import { MissingNames } from '../missing-names'
import { StepButtons } from '../step-buttons'
import { stepTemplateAction } from './actions'

/** The steps in their order, each with those that come before it. */
export async function TemplateRows({ templates }: { templates: readonly TemplateRow[] }) {
  const [t, common, names] = await Promise.all([
    getTranslations('procedure'),
    getTranslations('common.act'),
    naming(),
  ])
  const called = ({ name, names: others }: TemplateRow) => nameIn(names.locale, name, others)
  return templates.map((template, at) => (
    <tr key={template.id}>
      <td>
        <StepButtons
          id={template.id}
          name={template.name}
          first={at === 0}
          last={at === templates.length - 1}
          action={stepTemplateAction}
        />
      </td>
      <td>
        {called(template)} <StatusChip>{t(template.mandatory ? 'mandatory' : 'optional')}</StatusChip>{' '}
        {template.active ? null : <StatusChip tone="amber">{t('template.closed')}</StatusChip>}
      </td>
      <td>{template.agency ?? '—'}</td>
      <td className="w">
        {template.days === null ? t('template.noDays') : t('template.days', { count: template.days })}
      </td>
      <td>
        {templates
          .filter(({ id }) => template.afterIds.includes(id))
          .map(called)
          .join(names.comma) || '—'}
      </td>
      <td>
        <MissingNames names={template.names} />
      </td>
      <td>
        <a
          className="link"
          href={`?edit=${template.id}`}
          aria-label={t('template.editOne', { name: called(template) })}
        >
          {common('edit')}
        </a>
      </td>
    </tr>
  ))
}
