import { getLocale, getTranslations } from 'next-intl/server'
import { punctuation } from '@/domain/user/punctuation'
import type { Locale } from '@/domain/user/user'

/**
 * What a Form says by itself (components/form.tsx), in the reader's language. Why an answer was no comes as a sentence
 * with the answer (access/told.ts).
 */
export async function formWords() {
  const [t, locale] = await Promise.all([getTranslations('common.form'), getLocale()])
  // sentences with placeholders go out as they are written: the form fills them
  return {
    errors: t.raw('errors') as string,
    offline: t('offline'),
    failed: t('failed'),
    database: t('database'),
    gone: t('gone'),
    signedOut: t('signedOut'),
    signIn: { label: t('signIn'), href: '/sign-in' },
    draft: {
      found: t.raw('draft.found') as string,
      restore: t('draft.restore'),
      discard: t('draft.discard'),
    },
    conflict: {
      title: t('conflict.title'),
      says: t.raw('conflict.says') as string,
      counts: t.raw('conflict.counts') as string,
      field: t('conflict.field'),
      base: t('conflict.base'),
      mine: t('conflict.mine'),
      mineNote: t('conflict.mineNote'),
      theirs: t('conflict.theirs'),
      kept: t('conflict.kept'),
      unchanged: t('conflict.unchanged'),
      empty: t('conflict.empty'),
      missing: t.raw('conflict.missing') as string,
      save: t('conflict.save'),
      takeTheirs: t('conflict.takeTheirs'),
      giveUp: t('conflict.giveUp'),
      comma: punctuation(locale as Locale).comma,
    },
  }
}
