import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Radios, Select, TextInput } from '@/components/inputs'
import type { TagSetting } from '@/db/read/tag'
import { tagColours } from '@/domain/tag/tag'
import { formWords } from '@/i18n/form-words'
import { createTagAction, deleteTagAction, editTagAction, mergeTagAction } from './actions'

/** Name and colour; for one that is there also what ends it: merged into another, or taken off everything. */
export async function TagForm({ tag, others }: { tag?: TagSetting; others: readonly TagSetting[] }) {
  const [t, common, words] = await Promise.all([
    getTranslations('tag'),
    getTranslations('common'),
    formWords(),
  ])
  const uses = tag ? tag.leads + tag.deals + tag.companies : 0
  return (
    <>
      <Form
        key={`${tag?.id}-${tag?.version}`}
        action={(tag ? editTagAction : createTagAction) as FormAction}
        words={words}
        hidden={tag && { id: tag.id, version: tag.version }}
        className="grid gap-4"
        aria-label={tag ? t('edit') : t('create')}
      >
        <h2 className="text-16">{tag ? tag.name : t('create')}</h2>
        <Field name="name" label={t('name')} required={common('say.required')} hint={t('nameHint')}>
          <TextInput defaultValue={tag?.name} maxLength={40} />
        </Field>
        <Field name="colour" label={t('colour')} group>
          <Radios
            look="buttons"
            defaultValue={String(tag?.colour ?? 0)}
            options={tagColours.map(colour => ({
              value: String(colour),
              label: (
                <span className="tag" data-d={colour}>
                  {t('colourOf', { number: colour + 1 })}
                </span>
              ),
            }))}
          />
        </Field>
        <div className="form-foot">
          <Submit>{common('act.save')}</Submit>
          <LinkButton href="/admin/tags">{common('act.cancel')}</LinkButton>
        </div>
      </Form>
      {tag ? (
        <div className="mt-6 grid gap-6">
          {others.length > 0 ? (
            <Form
              key={`merge-${tag.id}`}
              action={mergeTagAction as FormAction}
              words={words}
              hidden={{ id: tag.id }}
              className="grid gap-2"
              aria-label={t('merge')}
            >
              <Field name="into" label={t('into')} hint={t('mergeSays', { count: uses })}>
                <Select
                  empty={t('pick')}
                  options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
                />
              </Field>
              <Submit look="plain" small>
                {t('merge')}
              </Submit>
            </Form>
          ) : null}
          <Form
            key={`delete-${tag.id}`}
            action={deleteTagAction as FormAction}
            words={words}
            hidden={{ id: tag.id }}
            className="grid gap-2"
            aria-label={t('delete')}
          >
            <p className="text-13 text-ink-2">{t('deleteSays', { count: uses })}</p>
            <Submit look="danger" small>
              {t('delete')}
            </Submit>
          </Form>
        </div>
      ) : null}
    </>
  )
}
