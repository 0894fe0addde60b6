import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Facts, Section } from '@/components/page'
import type { LeadRecord } from '@/db/read/lead'
import { scoreOf, scoreParts, type Weights } from '@/domain/lead/stage'

/** The verdict that stands with its reason, its weighted score drawn with its parts, and what came before. */
export async function LeadAppraisal({ lead }: { lead: LeadRecord }) {
  const [t, names] = await Promise.all([getTranslations('lead'), naming()])
  const given = lead.appraisals.find(one => one.decision === 'given')
  const weights = given?.weights ?? names.ref.zone.settings.weights
  const earlier = lead.appraisals.filter(one => one.decidedAt !== null && one !== given)
  if (!lead.verdict && earlier.length === 0) return null
  const by = given?.decidedAt
    ? t('appraisal.by', { name: names.person(given.decidedBy), at: names.moment(given.decidedAt) })
    : undefined
  return (
    <Section title={t('record.appraisal')} note={by} id="appraisal">
      {lead.verdict ? (
        <Facts
          items={[
            { key: 'verdict', label: t('field.verdict'), value: <b>{t(`verdict.${lead.verdict}`)}</b> },
            { key: 'verdictReason', label: t('field.verdictReason'), value: lead.verdictReason },
          ]}
        />
      ) : null}
      <Score scores={lead.scores} weights={weights} />
      {earlier.length > 0 ? (
        <details className="mt-2 text-13">
          <summary className="link w-fit text-13">{t('appraisal.earlier')}</summary>
          <ul className="rows">
            {earlier.map(one => (
              <li key={one.id}>
                {one.decision === 'returned' || !one.verdict
                  ? t('appraisal.returned', said(one))
                  : `${t(`verdict.${one.verdict}`)} · ${said(one).name} ${said(one).at} · ${said(one).reason}`}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  )

  function said({ decidedBy, decidedAt, reason }: LeadRecord['appraisals'][number]) {
    return {
      name: names.person(decidedBy),
      at: decidedAt ? names.moment(decidedAt) : '',
      reason: reason ?? '',
    }
  }
}

/** A bar of 100 with what each criterion adds, and the same as a table. */
async function Score({ scores, weights }: { scores: LeadRecord['scores']; weights: Weights }) {
  const t = await getTranslations('lead')
  const parts = scoreParts(scores, weights)
  if (!parts) return null
  const score = scoreOf(scores, weights) ?? 0
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.points, 0))
  return (
    <figure className="mt-2">
      <figcaption className="text-13">{t('appraisal.chart', { score })}</figcaption>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="score-bar" aria-hidden>
        <rect width="100" height="6" className="score-rest" />
        {parts.map((part, at) => (
          <rect
            key={part.name}
            x={starts[at]}
            width={Math.max(0, part.points - 0.4)}
            height="6"
            className={at % 2 ? 'score-part odd' : 'score-part'}
          />
        ))}
      </svg>
      <table className="score-table">
        <thead>
          <tr>
            <th scope="col">{t('appraisal.criterion')}</th>
            <th scope="col">{t('appraisal.score')}</th>
            <th scope="col">{t('appraisal.weight')}</th>
            <th scope="col">{t('appraisal.points')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(part => (
            <tr key={part.name}>
              <th scope="row">{t(`criterion.${part.name}`)}</th>
              <td>{part.score}</td>
              <td>{part.weight}</td>
              <td>{part.points}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('appraisal.all')}</th>
            <td />
            <td>100</td>
            <td>{score}</td>
          </tr>
        </tfoot>
      </table>
    </figure>
  )
}
