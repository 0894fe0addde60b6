import { getTranslations } from 'next-intl/server'
import { officerOptions } from '@/app/(bureau)/case-people'
import { type Actor, writingDesks } from '@/domain/policy/actor'
import { nameIn } from '@/domain/user/user'
import { lookAlikeWords } from '../look-alike-words'
import { LookAlikes } from '../look-alikes'
import { naming } from '../naming'
import type { Questions } from './deal-questions'

/** What only a new deal is asked: its desk, who works on it, what comes next. Officers are those of one's desks. */
export async function NewDealFields({
  questions,
  actor,
  opening,
}: {
  questions: Questions
  actor: Actor
  /** The days of its stages are asked elsewhere. */
  opening?: boolean
}) {
  const [t, names] = await Promise.all([getTranslations('deal.ask'), naming()])
  const { ref, locale } = names
  const mine = actor.role === 'director' ? null : writingDesks(actor)
  const desks = ref.desks.filter(desk => desk.active && (mine === null || mine.includes(desk.id)))
  const { select, line, date } = questions
  return (
    <>
      <LookAlikes noun="deal" words={await lookAlikeWords()} />
      <div className="form-pair">
        {select(
          'deskId',
          desks.map(desk => ({ value: String(desk.id), label: nameIn(locale, desk.name, desk.names) })),
          { must: true },
        )}
        {select(
          'officerId',
          officerOptions(
            names,
            desks.map(({ id }) => id),
            [],
          ),
          { must: true },
        )}
      </div>
      {line('nextStep', 500)}
      <div className="form-pair">
        {date('nextStepOn')}
        {opening ? null : date('effectiveOn', ref.today, { hint: t('beganHint') })}
      </div>
    </>
  )
}
