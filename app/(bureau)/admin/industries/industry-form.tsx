import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { Checkbox, Select, TextInput } from '@/components/inputs'
import type { IndustrySetting } from '@/db/read/industry'
import { sections } from '@/domain/industry/industry'
import { formWords } from '@/i18n/form-words'
import { NameFields } from '../name-fields'
import { createIndustryAction, editIndustryAction } from './actions'

export async function IndustryForm({ industry }: { industry?: IndustrySetting }) {
  const [t, common] = await Promise.all([getTranslations('setting.industry'), getTranslations('common')])
  return (
    <Form
      key={`${industry?.id}-${industry?.version}`}
      action={industry ? editIndustryAction : createIndustryAction}
      words={await formWords()}
      hidden={industry && { id: industry.id, version: industry.version }}
      className="grid gap-4"
      aria-label={industry ? t('edit') : t('create')}
    >
      <h2 className="text-16">{industry ? t('edit_one', { name: industry.name }) : t('create')}</h2>
      <Field name="name" label={t('name')} required={common('say.required')}>
        <TextInput defaultValue={industry?.name} maxLength={100} lang="zh-Hans" />
      </Field>
      <NameFields names={industry?.names} max={100} />
      <Field name="section" label={t('section')} hint={t('section_hint')}>
        <Select
          defaultValue={industry?.section ?? 'C'}
          options={sections.map(value => ({ value, label: `${value} ${t(`sections.${value}`)}` }))}
        />
      </Field>
      {industry ? (
        <Field name="active" label={t('offer')} group>
          <Checkbox
            name="active"
            value="on"
            label={t('active')}
            note={t('active_note')}
            defaultChecked={industry.active}
          />
        </Field>
      ) : null}
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href="/admin/industries">{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
