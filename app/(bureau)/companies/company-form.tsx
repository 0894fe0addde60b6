import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Checkbox, Select, TextArea, TextInput } from '@/components/inputs'
import type { Company } from '@/db/read/company'
import { companyKinds, origins, segments } from '@/domain/company/company'
import { locales, nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { localeNames } from '@/i18n/locale'
import { CompanyPicker } from '../company-picker'
import { placeOptions } from '../country-options'
import { lookAlikeWords } from '../look-alike-words'
import { LookAlikes } from '../look-alikes'
import { NamesFields } from '../names-fields'
import { naming } from '../naming'
import { createCompanyAction, editCompanyAction } from './actions'

/** New, or to be edited. The needed few first, the rest folded (open when it is edited). */
export async function CompanyForm({ company }: { company?: Company }) {
  const [t, common, words, names, places] = await Promise.all([
    getTranslations('company'),
    getTranslations('common'),
    formWords(),
    naming(),
    placeOptions(),
  ])
  const { ref, locale } = names
  const optional = common('say.optional')
  const empty = common('say.notStated')
  const parent = company?.parentId
    ? { value: String(company.parentId), label: company.parentName ?? '', note: company.parentNumber ?? '' }
    : undefined
  const industries = ref.industries.filter(one => one.active || one.id === company?.industryId)
  return (
    <Form
      action={(company ? editCompanyAction : createCompanyAction) as FormAction}
      words={words}
      draft={company?.number ?? 'company.create'}
      hidden={company && { number: company.number, version: company.version }}
      says={{ text: t(company ? 'saved' : 'created') }}
      className="form-column"
      aria-label={t(company ? 'editTitle' : 'newTitle')}
    >
      <Field name="name" label={t('field.name')} required={common('say.required')} hint={t('hint.name')}>
        <TextInput maxLength={200} defaultValue={company?.name} lang={company?.nameLocale ?? undefined} />
      </Field>
      <LookAlikes noun="company" self={company?.id} words={await lookAlikeWords()} />
      <div className="form-pair">
        <Field name="country" label={t('field.country')} required={common('say.required')}>
          <Select options={places.countries} empty="" defaultValue={company?.country ?? ''} />
        </Field>
        <Field name="province" label={t('field.province')} optional={optional} hint={t('hint.province')}>
          <Select options={places.provinces} empty={empty} defaultValue={company?.province ?? ''} />
        </Field>
      </div>
      <div className="form-pair">
        <Field name="kind" label={t('field.kind')} optional={optional}>
          <Select
            options={companyKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
            empty={empty}
            defaultValue={company?.kind ?? ''}
          />
        </Field>
        <Field name="industryId" label={t('field.industryId')} optional={optional}>
          <Select
            options={industries.map(one => ({
              value: String(one.id),
              label: nameIn(locale, one.name, one.names),
            }))}
            empty={empty}
            defaultValue={company?.industryId ? String(company.industryId) : ''}
          />
        </Field>
      </div>
      <Field name="inZone" label={t('field.inZone')} group>
        <Checkbox name="inZone" value="on" label={t('filter.inside')} defaultChecked={company?.inZone} />
      </Field>
      <details open={Boolean(company)} className="fold">
        <summary>{t('section.more')}</summary>
        <div className="form-pair">
          <Field name="origin" label={t('field.origin')} optional={optional}>
            <Select
              options={origins.map(origin => ({ value: origin, label: t(`origin.${origin}`) }))}
              empty={empty}
              defaultValue={company?.origin ?? ''}
            />
          </Field>
          <Field name="segment" label={t('field.segment')} optional={optional}>
            <Select
              options={segments.map(one => ({ value: one, label: t(`segment.${one}`) }))}
              empty={empty}
              defaultValue={company?.segment ?? ''}
            />
          </Field>
        </div>
        <div className="form-pair">
          <Field
            name="creditCode"
            label={t('field.creditCode')}
            optional={optional}
            hint={t('hint.creditCode')}
          >
            <TextInput maxLength={40} defaultValue={company?.creditCode ?? ''} />
          </Field>
          <Field name="website" label={t('field.website')} optional={optional} hint={t('hint.website')}>
            <TextInput maxLength={300} inputMode="url" defaultValue={company?.website ?? ''} />
          </Field>
        </div>
        <Field name="parentId" label={t('field.parentId')} optional={optional}>
          <CompanyPicker
            words={{ none: common('combo.none'), clear: common('combo.clear') }}
            placeholder={t('pickPlaceholder')}
            defaultOption={parent}
          />
        </Field>
        <Field name="nameLocale" label={t('field.nameLocale')} optional={optional}>
          <Select
            options={locales.map(one => ({ value: one, label: localeNames[one] }))}
            empty={empty}
            defaultValue={company?.nameLocale ?? ''}
          />
        </Field>
        <NamesFields names={company?.names ?? {}} label={language => t('nameIn', { language })} />
        <Field name="note" label={t('field.note')} optional={optional}>
          <TextArea rows={4} defaultValue={company?.note ?? ''} />
        </Field>
      </details>
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href={company ? `/companies/${company.number}` : '/companies'}>
          {common('act.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}
