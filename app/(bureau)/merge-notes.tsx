import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { Form, type FormAction, Submit } from '@/components/form'
import { Banner } from '@/components/page'
import { type MergedHere, mergedHere } from '@/db/read/merged'
import { type MergeNoun, mayMerge, nounOfNumber } from '@/domain/merge/merge'
import type { Permit } from '@/domain/policy/permit'
import { formWords } from '@/i18n/form-words'
import {
  undoMergeCompanyAction,
  undoMergeContactAction,
  undoMergeDealAction,
  undoMergeLeadAction,
} from './merge-undo-action'
import { mergeWords } from './merge-words'
import { naming } from './naming'

const undo = {
  company: undoMergeCompanyAction,
  contact: undoMergeContactAction,
  lead: undoMergeLeadAction,
  deal: undoMergeDealAction,
}

type Params = Record<string, string | string[] | undefined>
type Props = {
  noun: MergeNoun
  permit: Permit<`${MergeNoun}.read`>
  record: { id: number; hasMerged: boolean; deskId?: number; deletedAt: Date | null }
  /** `merged`: the number by which one came here; `apart`: a merge that was just undone. */
  params: Params
}

/** What was merged into this record, with the way back while there is one; and what one is told on arriving. */
export async function MergeNotes({ noun, permit, record, params }: Props) {
  const came =
    typeof params.merged === 'string' && nounOfNumber(params.merged) === noun ? params.merged : null
  const apart = /^\d{1,15}$/.test(String(params.apart ?? '')) ? Number(params.apart) : null
  if (!record.hasMerged && came === null && apart === null) return null
  const [t, merges, undoing] = await Promise.all([
    getTranslations('merge.here'),
    mergedHere(permit, record.id, apart),
    may(`${noun}.undo_merge`),
  ])
  const undone = merges.find(one => one.id === apart && one.undoneAt !== null)
  // companies and contacts have no desk: whether another's are concerned is found when it is asked
  const mayUndo =
    undoing !== null && record.deletedAt === null && mayMerge(noun, undoing.actor, [record], false)
  return (
    <>
      {came && merges.length > 0 ? (
        <Banner tone="accent" icon="info" role="status">
          {t('from', { number: came })}
        </Banner>
      ) : null}
      {undone ? <Undone noun={noun} merge={undone} /> : null}
      {merges
        .filter(one => one.undoneAt === null)
        .map(merge => (
          <Standing key={merge.id} noun={noun} merge={merge} mayUndo={mayUndo && !merge.late} />
        ))}
    </>
  )
}

async function Standing({ noun, merge, mayUndo }: { noun: MergeNoun; merge: MergedHere; mayUndo: boolean }) {
  const [t, names, words] = await Promise.all([getTranslations('merge'), naming(), formWords()])
  const { number, name, mergedAt, mergedBy } = merge
  return (
    <Banner
      icon="layers"
      acts={
        mayUndo ? (
          <Form
            action={undo[noun] as FormAction}
            words={words}
            hidden={{ merge: merge.id }}
            says={{ text: t('undone') }}
            aria-label={`${t('act.undo')} ${number}`}
          >
            <Submit look="outlined" small>
              {t('act.undo')}
            </Submit>
          </Form>
        ) : undefined
      }
    >
      {t('here.line', { number, name, person: names.person(mergedBy), at: names.moment(mergedAt) })}
    </Banner>
  )
}

async function Undone({ noun, merge }: { noun: MergeNoun; merge: MergedHere }) {
  const [t, names, { label }] = await Promise.all([getTranslations('merge.here'), naming(), mergeWords(noun)])
  const { number, name, stayed, linksStayed } = merge
  return (
    <Banner tone="green" icon="undo-2" role="status">
      {t('apart', { number, name })}{' '}
      {stayed?.length ? t('stayed', { fields: stayed.map(label).join(names.comma) }) : null}{' '}
      {linksStayed ? t('linksStayed', { count: linksStayed }) : null}
    </Banner>
  )
}
