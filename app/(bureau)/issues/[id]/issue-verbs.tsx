import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { buttonClass } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { DateInput, TextArea } from '@/components/inputs'
import { Card } from '@/components/page'
import type { IssueRow } from '@/db/read/issue'
import type { Actor } from '@/domain/policy/actor'
import { decidesFor, within } from '@/domain/policy/within'
import { formWords } from '@/i18n/form-words'
import { closeIssueAction, deleteIssueAction, editIssueAction, reopenIssueAction } from '../actions'
import { IssueFields } from '../issue-fields'

type Props = { issue: IssueRow; actor: Actor }

/** What can be done with it: settled, reopened, changed, taken away. Each is a plain form. */
export async function IssueVerbs({ issue, actor }: Props) {
  const [t, common, words] = await Promise.all([
    getTranslations('issue'),
    getTranslations('common'),
    formWords(),
  ])
  const one = { id: issue.id, version: issue.version }
  const struck = issue.deletedAt !== null
  const mayStrike =
    within(actor, 'issue.delete', issue) && (issue.createdBy === actor.id || decidesFor(actor, issue.deskId))
  return (
    <div className="grid gap-4 no-print">
      {struck ? null : issue.closedOn ? <Reopen one={one} /> : <Close one={one} issue={issue} />}
      {struck || issue.closedOn ? null : (
        <details>
          <summary className={buttonClass({ small: true }, 'w-fit')}>{t('act.edit')}</summary>
          <Form
            key={issue.version}
            action={editIssueAction as FormAction}
            words={words}
            hidden={one}
            says={{ text: t('said.saved') }}
            className="mt-3 grid gap-3"
            aria-label={t('act.edit')}
          >
            <IssueFields issue={issue} />
            <div className="form-foot">
              <Submit>{common('act.save')}</Submit>
            </div>
          </Form>
        </details>
      )}
      {mayStrike ? (
        <Form
          key={`strike-${issue.version}`}
          action={deleteIssueAction as FormAction}
          words={words}
          hidden={{ id: issue.id, restore: struck ? 1 : undefined }}
          says={{ text: t(struck ? 'said.restored' : 'said.deleted') }}
        >
          <Submit look="quiet" small>
            {struck ? common('act.restore') : t('act.delete')}
          </Submit>
        </Form>
      ) : null}
    </div>
  )
}

type One = { one: { id: number; version: number } }

async function Close({ one, issue }: One & { issue: IssueRow }) {
  const [t, common, names, words] = await Promise.all([
    getTranslations('issue'),
    getTranslations('common.say'),
    naming(),
    formWords(),
  ])
  return (
    <Card title={t('act.close')}>
      <Form
        key={one.version}
        action={closeIssueAction as FormAction}
        words={words}
        hidden={one}
        says={{ text: t('said.closed') }}
        className="grid gap-3"
        aria-label={t('act.close')}
      >
        <Field name="settledBy" label={t('field.settledBy')} required={common('required')}>
          <TextArea rows={2} maxLength={2_000} />
        </Field>
        <Field name="closedOn" label={t('field.closedOn')}>
          <DateInput defaultValue={names.today} min={issue.openedOn} max={names.today} className="!w-auto" />
        </Field>
        <div className="form-foot">
          <Submit>{t('act.close')}</Submit>
        </div>
      </Form>
    </Card>
  )
}

async function Reopen({ one }: One) {
  const [t, common, words] = await Promise.all([
    getTranslations('issue'),
    getTranslations('common.say'),
    formWords(),
  ])
  return (
    <details>
      <summary className={buttonClass({ small: true }, 'w-fit')}>{t('act.reopen')}</summary>
      <Form
        key={one.version}
        action={reopenIssueAction as FormAction}
        words={words}
        hidden={one}
        says={{ text: t('said.reopened') }}
        className="mt-3 grid gap-3"
        aria-label={t('act.reopen')}
      >
        <Field name="reason" label={t('field.reason')} required={common('required')}>
          <TextArea rows={2} maxLength={2_000} />
        </Field>
        <div className="form-foot">
          <Submit>{t('act.reopen')}</Submit>
        </div>
      </Form>
    </details>
  )
}
