import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '@/domain/user/user'
import { flat } from './flat'
import type { Noun } from './nouns'
import { messagesIn } from './words'

/* Reasons that any field may be given. */
const shared = ['input', 'text', 'date', 'common'] as const satisfies Noun[]

/**
 * What a Form says by itself (components/form.tsx), in the reader's language. `nouns`: message files whose reasons an
 * answer may name without its text.
 */
export async function formWords(...reasonsOf: Noun[]) {
  const t = await getTranslations('common.form')
  const messages = await messagesIn((await getLocale()) as Locale)
  // sentences with placeholders go out as they are written: the form fills them
  return {
    errors: t.raw('errors') as string,
    offline: t('offline'),
    failed: t('failed'),
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
    },
    reasons: Object.assign(
      {},
      ...[...shared, ...reasonsOf].map(noun =>
        flat(
          noun === 'common'
            ? { foreign_origin: messages.common.foreign_origin, not_permitted: messages.common.not_permitted }
            : messages[noun],
          noun,
        ),
      ),
    ) as Record<string, string>,
  }
}
