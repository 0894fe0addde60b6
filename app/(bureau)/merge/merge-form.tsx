import { getTranslations } from 'next-intl/server'
import {
  undoMergeCompanyAction,
  undoMergeContactAction,
  undoMergeDealAction,
  undoMergeLeadAction,
} from '@/app/(bureau)/merge-undo-action'
import { LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import type { MergePreview } from '@/db/read/merge'
import type { Choices } from '@/domain/merge/choose'
import { placeOf } from '@/domain/merge/merge'
import { formWords } from '@/i18n/form-words'
import { mergeCompanyAction, mergeContactAction, mergeDealAction, mergeLeadAction } from './actions'
import { MergeMoves } from './merge-moves'
import { MergeTable } from './merge-table'

const actions = {
  company: [mergeCompanyAction, undoMergeCompanyAction],
  contact: [mergeContactAction, undoMergeContactAction],
  lead: [mergeLeadAction, undoMergeLeadAction],
  deal: [mergeDealAction, undoMergeDealAction],
} as const

/** Both side by side, what moves, and the button that makes them one; the toast after it undoes it. */
export async function MergeForm({ preview, chosen }: { preview: MergePreview; chosen: Choices }) {
  const { noun, kept, other } = preview
  const [t, act, words] = await Promise.all([
    getTranslations('merge'),
    getTranslations('common.act'),
    formWords(),
  ])
  const [merge, undo] = actions[noun]
  return (
    <Form
      action={merge as FormAction}
      words={words}
      hidden={{
        kept: kept.number,
        other: other.number,
        version: kept.version,
        otherVersion: other.version,
        seenAt: preview.at.toISOString(),
      }}
      says={{
        text: t('done'),
        undo: { label: act('undo'), action: undo as (value: never) => Promise<unknown> },
      }}
      aria-label={t('beside.title', { kept: kept.number, other: other.number })}
    >
      <MergeTable preview={preview} chosen={chosen} />
      <MergeMoves preview={preview} />
      <div className="choice-foot">
        <p className="text-ink-2">{t('beside.title', { kept: kept.number, other: other.number })}</p>
        <LinkButton href={`${placeOf[noun]}/${kept.number}`}>{act('cancel')}</LinkButton>
        <Submit>{t('act.merge')}</Submit>
      </div>
    </Form>
  )
}
