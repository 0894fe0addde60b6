import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Checkbox, DateInput, TextArea } from '@/components/inputs'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { addDays } from '@/domain/calendar/date'
import { decidesFor } from '@/domain/policy/within'
import { PROPOSED_LIMIT, proposedReasons } from '@/domain/review/review'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { openReviewAction } from '../actions'
import { type Asked, reviewAsked, reviewHref } from '../review-asked'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('act.prepare') }
}

/** A review of a desk that one heads, or of the bureau: its day, who comes, what its agenda is proposed of. */
export default async function NewReviewPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const permit = await page('review.open')
  const [t, common, names, words, address] = await Promise.all([
    getTranslations('review'),
    getTranslations('common'),
    naming(),
    formWords(),
    searchParams,
  ])
  const { deskId, since } = reviewAsked(permit.actor, names.ref.desks, address, names.today)
  const mayHold = deskId === null ? permit.actor.role === 'director' : decidesFor(permit.actor, deskId)
  if (!mayHold) notFound()
  const scope = deskId === null ? t('bureau') : names.desk(deskId).name
  const present = names.ref.people.filter(
    ({ active, role, deskIds }) =>
      active && (deskId === null ? role === 'director' || role === 'manager' : deskIds.includes(deskId)),
  )
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          {
            label: t('title'),
            href: reviewHref({ deskKey: deskId === null ? null : names.desk(deskId).key }),
          },
          { label: t('act.prepare') },
        ]}
      />
      <PageHead title={t('act.prepare')} says={scope} />
      <div className="page-body">
        <Form
          action={openReviewAction as FormAction}
          words={words}
          draft={`review.open.${deskId ?? 0}`}
          hidden={{ deskId: deskId ?? undefined }}
          className="form-column"
        >
          <div className="form-pair">
            <Field name="heldOn" label={t('field.heldOn')} required={common('say.required')}>
              <DateInput defaultValue={names.today} />
            </Field>
            <Field name="since" label={t('field.since')} required={common('say.required')}>
              <DateInput defaultValue={since ?? addDays(names.today, -7)} max={names.today} />
            </Field>
          </div>
          <Field name="present" label={t('field.present')}>
            <TextArea
              rows={2}
              maxLength={2_000}
              defaultValue={present.map(one => nameIn(names.locale, one.name, one.names)).join(names.comma)}
            />
          </Field>
          <Field
            name="reasons"
            group
            label={t('field.reasons')}
            hint={t('hint.reasons', { count: PROPOSED_LIMIT })}
          >
            {proposedReasons.map(reason => (
              <Checkbox
                key={reason}
                name="reasons[]"
                value={reason}
                label={t(`why.${reason}`)}
                defaultChecked
              />
            ))}
            <Checkbox name="leads" value="1" label={t('leads')} />
          </Field>
          <div className="form-foot">
            <Submit>{t('act.prepare')}</Submit>
          </div>
        </Form>
      </div>
    </Page>
  )
}
