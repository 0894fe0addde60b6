import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { may, page } from '@/access/page'
import { deleteTaskAction, editTaskAction, restoreTaskAction } from '@/app/(bureau)/task-action'
import { TaskFields } from '@/app/(bureau)/task-fields'
import { TaskLines } from '@/app/(bureau)/task-lines'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { TextInput } from '@/components/inputs'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { getTask } from '@/db/read/task'
import { formWords } from '@/i18n/form-words'

type Props = { params: Promise<{ id: string }> }

/* Title and page ask for the same one. */
const found = cache(async (said: string) => {
  const permit = await page('task.read')
  const task = /^\d{1,15}$/.test(said) ? await getTask(permit, Number(said)) : null
  return { permit, task: task ?? notFound() }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await found((await params).id)).task.title }
}

export default async function TaskPage({ params }: Props) {
  const { permit, task } = await found((await params).id)
  const [t, common, words, edit] = await Promise.all([
    getTranslations('task'),
    getTranslations('common'),
    formWords(),
    may('task.edit'),
  ])
  const struck = task.deletedAt !== null
  const mayStrike = edit && (edit.actor.role !== 'officer' || task.createdBy === permit.actor.id)
  return (
    <Page>
      <Breadcrumb label={t('title')} items={[{ label: t('title'), href: '/tasks' }, { label: task.title }]} />
      <PageHead title={task.title} marks={struck ? common('say.deleted') : null}>
        {mayStrike ? (
          <Form
            action={(struck ? restoreTaskAction : deleteTaskAction) as FormAction}
            words={words}
            hidden={{ id: task.id }}
            says={{ text: struck ? common('say.restored') : t('said.deleted') }}
          >
            <Submit look="plain">{struck ? common('act.restore') : t('act.delete')}</Submit>
          </Form>
        ) : null}
      </PageHead>
      <div className="page-body grid max-w-160 gap-4">
        {struck ? null : <TaskLines rows={[task]} record assignee mayTick={edit !== null} />}
        {edit && !struck ? (
          <Form
            action={editTaskAction as FormAction}
            words={words}
            hidden={{ id: task.id, version: task.version }}
            says={{ text: t('said.saved') }}
            className="form-column"
          >
            <Field name="title" label={t('field.title')}>
              <TextInput maxLength={300} defaultValue={task.title} />
            </Field>
            <TaskFields task={task} />
            <div className="form-foot">
              <Submit>{common('act.save')}</Submit>
            </div>
          </Form>
        ) : (
          <p className="whitespace-pre-line">{task.text}</p>
        )}
      </div>
    </Page>
  )
}
