import { getTranslations } from 'next-intl/server'
import type { FormWords } from '@/components/form'
import { dealStages } from '@/domain/deal/deal'
import { formWords } from '@/i18n/form-words'

export type BoardWords = {
  label: string
  help: string
  role: string
  handle: string
  picked: string
  over: string
  dropped: string
  cancelled: string
  place: string
  moving: string
  refused: string
  missing: string
  dismiss: string
  noCards: string
  changed: string
  offline: string
  gone: string
  signedOut: string
  who: { case_officer: string; manager: string }
  undo: string
  otherDate: string
  effectiveOn: string
  effectiveHint: string
  save: string
  close: string
  saved: string
  said: string
  stages: Record<string, string>
  fields: Record<string, string>
  form: FormWords
}

const asked = [
  'total',
  'form',
  'content',
  'entryDocumentKind',
  'entryDocumentOn',
  'entryDocumentReference',
  'procedures',
  'approvalAuthority',
  'approvalNumber',
  'approvalOn',
  'agreementOn',
  'agreementReference',
] as const

/** Every sentence of the board's client leaf; placeholders are filled there. */
export async function boardWords(): Promise<BoardWords> {
  const [t, common, form] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common'),
    formWords(),
  ])
  const raw = (key: 'handle' | 'picked' | 'over' | 'dropped' | 'cancelled' | 'moving' | 'refused') =>
    t.raw(`board.${key}`) as string
  return {
    label: t('board.label'),
    help: t('board.help'),
    role: t('board.role'),
    handle: raw('handle'),
    picked: raw('picked'),
    over: raw('over'),
    dropped: raw('dropped'),
    cancelled: raw('cancelled'),
    place: t('board.place'),
    moving: raw('moving'),
    refused: raw('refused'),
    missing: t('board.missing'),
    dismiss: t('board.dismiss'),
    noCards: t('board.noCards'),
    changed: t('board.changed'),
    offline: t('board.offline'),
    gone: form.gone,
    signedOut: form.signedOut,
    who: { case_officer: t('field.officer'), manager: t('who.manager') },
    undo: common('act.undo'),
    otherDate: t('act.otherDate'),
    effectiveOn: t('field.effectiveOn'),
    effectiveHint: t('ask.effectiveHint'),
    save: t('ask.save'),
    close: common('act.close'),
    saved: t('said.done'),
    said: t.raw('said.movedOne') as string,
    stages: Object.fromEntries(dealStages.map(stage => [stage, t(`stage.${stage}`)])),
    fields: Object.fromEntries(asked.map(field => [field, t(`field.${field}`)])),
    form,
  }
}
