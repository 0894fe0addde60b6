import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import { Card, Facts } from '@/components/page'
import type { DealRecord } from '@/domain/deal/row'
import { formWords } from '@/i18n/form-words'
import { confirmDealAction } from '../actions'
import type { RecordAsked } from './record-asked'

/** The approval that waits for a second person: what it says, who proposed it, since when; confirmed or returned here. */
export async function DealWaiting({ deal, asked }: { deal: DealRecord; asked: RecordAsked }) {
  const [t, names, words] = await Promise.all([getTranslations('deal'), naming(), formWords()])
  if (!deal.proposal) return null
  const { id, to, fields, effectiveOn, proposedBy, proposedAt } = deal.proposal
  const fact = (key: keyof typeof fields, value: string) => ({ key, label: t(`field.${key}`), value })
  return (
    <Card look="wait" id="waiting" title={t('record.waits', { stage: t(`stage.${to}`) })}>
      <p className="mb-2">
        {t('record.waitsSays', {
          name: names.person(proposedBy),
          at: names.moment(proposedAt),
          date: names.fullDay(effectiveOn),
        })}
      </p>
      <Facts
        items={[
          fact('approvalAuthority', fields.approvalAuthority),
          fact('approvalNumber', fields.approvalNumber),
          fact('approvalOn', names.fullDay(fields.approvalOn)),
          fact('agreementOn', names.fullDay(fields.agreementOn)),
          fact('agreementReference', fields.agreementReference),
        ]}
      />
      {deal.can.confirm ? (
        <Form
          action={confirmDealAction as FormAction}
          words={words}
          hidden={{ number: deal.number, proposalId: id }}
          says={{ text: t('said.confirmed') }}
          className="box-acts"
        >
          <Submit look="outlined" small>
            {t('act.confirm')}
          </Submit>
          <LinkButton small href={asked.actHref('return')}>
            {t('act.return')}
          </LinkButton>
        </Form>
      ) : (
        <p className="mt-2 text-ink-2">{t('record.ownProposal')}</p>
      )}
    </Card>
  )
}
