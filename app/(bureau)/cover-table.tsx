import { getTranslations } from 'next-intl/server'
import { Form, type FormAction, Submit } from '@/components/form'
import { StatusChip, type Tone } from '@/components/marks'
import { PlainTable } from '@/components/table'
import { type Cover, type CoverState, coverState } from '@/domain/cover/cover'
import { mayEndCover } from '@/domain/cover/right'
import type { Actor } from '@/domain/policy/actor'
import { formWords } from '@/i18n/form-words'
import { endCoverAction } from './cover-action'
import { naming } from './naming'

const tone: Record<CoverState, Tone> = { running: 'green', ahead: 'accent', over: 'quiet', ended: 'quiet' }

/** Who stands in for whom, until when; ended here by those who may. */
export async function CoverTable({
  covers,
  actor,
  label,
}: {
  covers: readonly Cover[]
  actor: Actor
  label: string
}) {
  const [t, names, words] = await Promise.all([getTranslations('cover'), naming(), formWords()])
  const desksOf = (id: number) => names.ref.people.find(person => person.id === id)?.deskIds ?? []
  return (
    <PlainTable
      caption={label}
      head={(['absent', 'colleague', 'days', 'reason', 'state', 'act'] as const).map(key => (
        <th key={key} scope="col">
          {t(`column.${key}`)}
        </th>
      ))}
    >
      {covers.map(cover => {
        const state = coverState(cover, names.today)
        const open = state === 'running' || state === 'ahead'
        return (
          <tr key={cover.id}>
            <td>{names.person(cover.absentId)}</td>
            <td>{names.person(cover.colleagueId)}</td>
            <td className="w">{t('days', { from: names.day(cover.from), until: names.day(cover.until) })}</td>
            <td className="min-w-40 wrap-anywhere">{cover.reason ?? '—'}</td>
            <td>
              <StatusChip tone={tone[state]}>{t(`state.${state}`)}</StatusChip>
              {cover.endedAt ? (
                <span className="block text-ink-2">
                  {t('endedBy', { name: names.person(cover.endedBy), at: names.shortMoment(cover.endedAt) })}
                </span>
              ) : null}
            </td>
            <td>
              {open && mayEndCover(actor, cover, desksOf(cover.absentId)) ? (
                <Form
                  action={endCoverAction as FormAction}
                  words={words}
                  hidden={{ id: cover.id }}
                  says={{ text: t('said.ended') }}
                  aria-label={t('endOne', { name: names.person(cover.absentId) })}
                >
                  <Submit look="plain" small>
                    {t('end')}
                  </Submit>
                </Form>
              ) : null}
            </td>
          </tr>
        )
      })}
    </PlainTable>
  )
}
