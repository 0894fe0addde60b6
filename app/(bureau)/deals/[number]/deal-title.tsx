import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { DeskChip, StatusChip, type Tone } from '@/components/marks'
import { Menu } from '@/components/menu'
import { PageHead } from '@/components/page'
import type { DealStatus } from '@/domain/deal/deal'
import type { DealRecord } from '@/domain/deal/row'
import { nameIn } from '@/domain/user/user'
import { actIcon, actRight, menuActs } from './act'
import type { RecordAsked } from './record-asked'

const tone: Record<DealStatus, Tone> = { active: 'green', on_hold: 'amber', lost: 'red', withdrawn: 'quiet' }

/** Name, desk, status; one main action, the others in a menu: only what this person may do with it now. */
export async function DealTitle({ deal, asked }: { deal: DealRecord; asked: RecordAsked }) {
  const [t, merge, names] = await Promise.all([
    getTranslations('deal'),
    getTranslations('merge.act'),
    naming(),
  ])
  const desk = names.desk(deal.deskId)
  const asking = menuActs
    // whoever places it at once need not propose it
    .filter(act => deal.can[actRight[act]] && !(act === 'proposeHandOver' && deal.can.hand_over))
    .map(act => ({
      label: t(`act.${act}`),
      href: asked.actHref(act),
      icon: actIcon[act],
      danger: act === 'delete',
    }))
  const merging = {
    label: merge('with'),
    href: `/merge/${deal.number}`,
    icon: 'layers',
    danger: false,
  } as const
  const more = deal.can.merge
    ? [...asking.filter(one => !one.danger), merging, ...asking.filter(one => one.danger)]
    : asking
  return (
    <PageHead
      title={nameIn(names.locale, deal.name, deal.names)}
      lang={deal.names[names.locale] ? undefined : 'zh-Hans'}
      marks={
        <>
          <DeskChip colour={desk.colour}>{desk.name}</DeskChip>
          <StatusChip tone={tone[deal.status]} icon={deal.status === 'on_hold' ? 'pause' : undefined}>
            {t(`status.${deal.status}`)}
          </StatusChip>
          {deal.stuck.length > 0 ? (
            <StatusChip tone="red" icon="triangle-alert">
              {deal.stuck
                .map(({ kind, days, limit }) => t(`stuckWhy.${kind}`, { days, limit }))
                .join(names.semicolon)}
            </StatusChip>
          ) : null}
        </>
      }
    >
      {more.length > 0 ? (
        <Menu
          look="quiet"
          square
          align="end"
          label={t('act.more')}
          opener={<Icon name="ellipsis" />}
          items={more}
        />
      ) : null}
      {deal.can.edit ? (
        <LinkButton href={`/deals/${deal.number}/edit`} data-key="e">
          {t('act.edit')}
        </LinkButton>
      ) : null}
      {deal.can.move && deal.next ? (
        <LinkButton look="primary" href={asked.actHref('move')}>
          <Icon name="arrow-right" />
          {t('act.moveTo', { stage: t(`stage.${deal.next}`) })}
        </LinkButton>
      ) : null}
      {deal.can.propose ? (
        <LinkButton look="primary" href={asked.actHref('propose')}>
          <Icon name="arrow-right" />
          {t('act.propose')}
        </LinkButton>
      ) : null}
    </PageHead>
  )
}
