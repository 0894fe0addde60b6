import Form from 'next/form'
import { getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '@/components/button'
import { DateInput, Select, TextInput } from '@/components/inputs'
import { type AuditFilter, auditAddress, auditNouns, signInOutcomes } from '@/domain/user/audit-filter'

/** A form with GET: the address is the filter. */
export async function AuditFilters({ filter }: { filter: AuditFilter }) {
  const [t, noun, outcome, common] = await Promise.all([
    getTranslations('setting.audit'),
    getTranslations('setting.noun'),
    getTranslations('setting.outcome'),
    getTranslations('common'),
  ])
  const any = common('say.any')
  return (
    <Form
      prefetch={false}
      action="/admin/audit"
      className="flex flex-wrap items-end gap-2"
      key={auditAddress(filter)}
    >
      <input type="hidden" name="view" value={filter.view} />
      <label className="w-44">
        <span className="field-label">{t('person')}</span>
        <TextInput small name="person" defaultValue={filter.person} maxLength={100} />
      </label>
      {filter.view === 'changes' ? (
        <label className="w-36">
          <span className="field-label">{t('noun')}</span>
          <Select
            small
            name="noun"
            empty={any}
            defaultValue={filter.noun}
            options={auditNouns.map(value => ({ value, label: noun(value) }))}
          />
        </label>
      ) : null}
      {filter.view === 'sign_ins' ? (
        <label className="w-36">
          <span className="field-label">{t('outcome')}</span>
          <Select
            small
            name="outcome"
            empty={any}
            defaultValue={filter.outcome}
            options={signInOutcomes.map(value => ({ value, label: outcome(value) }))}
          />
        </label>
      ) : null}
      <label>
        <span className="field-label">{common('list.from')}</span>
        <DateInput small name="from" defaultValue={filter.from ?? undefined} />
      </label>
      <label>
        <span className="field-label">{common('list.to')}</span>
        <DateInput small name="to" defaultValue={filter.to ?? undefined} />
      </label>
      <Button type="submit" small look="outlined">
        {common('act.apply')}
      </Button>
      <LinkButton
        small
        look="quiet"
        href={`/admin/audit${filter.view === 'changes' ? '' : `?view=${filter.view}`}`}
      >
        {common('act.clearAll')}
      </LinkButton>
    </Form>
  )
}
