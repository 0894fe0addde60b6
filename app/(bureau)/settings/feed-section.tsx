import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Form, type FormAction, Submit } from '@/components/form'
import { Section } from '@/components/page'
import { feedSince } from '@/db/read/feed'
import { formWords } from '@/i18n/form-words'
import { naming } from '../naming'
import { revokeCalendarAction, shareCalendarAction } from './feed-action'
import { FeedForm } from './feed-form'

/** The personal address of one's calendar: made, shown once, renewed, taken back. */
export async function FeedSection() {
  const [t, common, words, names, since] = await Promise.all([
    getTranslations('calendar.feed'),
    getTranslations('common'),
    formWords(),
    naming(),
    feedSince(await page('calendar.share')),
  ])
  return (
    <Section id="calendar" title={t('title')}>
      <p className="text-ink-2">{t('says')}</p>
      <p className="my-2">{since ? t('has', { date: names.fullDay(names.dateOf(since)) }) : t('hasNot')}</p>
      <FeedForm
        share={shareCalendarAction as FormAction}
        words={{
          make: since ? t('renew') : t('create'),
          says: since ? t('renewSays') : '',
          shown: t('shown'),
          once: t('once'),
          failed: common('form.failed'),
        }}
      />
      {since ? (
        <Form
          action={revokeCalendarAction as FormAction}
          words={words}
          says={{ text: t('revoked') }}
          className="mt-3"
          aria-label={t('revoke')}
        >
          <Submit look="danger" small>
            {t('revoke')}
          </Submit>
        </Form>
      ) : null}
    </Section>
  )
}
