import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { DateInput } from '@/components/inputs'
import { Popover } from '@/components/popover'
import { addDays } from '@/domain/calendar/date'
import { naming } from '../naming'
import { snoozeNotificationAction } from './actions'

/** Tomorrow, next Monday, or a day of one's choice; a form each, so that Enter in the date means the date. */
export async function SnoozeMenu({ id, back }: { id: number; back: string }) {
  const [t, { today }] = await Promise.all([getTranslations('notification'), naming()])
  const carried = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={back} />
    </>
  )
  return (
    <Popover
      align="end"
      label={t('act.snooze')}
      title={t('act.snooze')}
      openerClass="btn btn-s btn-quiet btn-icon"
      opener={<Icon name="clock" />}
    >
      <form action={snoozeNotificationAction} className="grid">
        {carried}
        {(['tomorrow', 'next_week'] as const).map(until => (
          <button key={until} type="submit" name="until" value={until} className="item">
            {t(`snooze.${until}`)}
          </button>
        ))}
      </form>
      <hr />
      <form action={snoozeNotificationAction} className="grid gap-2 p-2">
        {carried}
        <input type="hidden" name="until" value="day" />
        <label className="grid gap-1 text-12 text-ink-2">
          {t('snooze.day')}
          <DateInput name="on" min={addDays(today, 1)} defaultValue={addDays(today, 2)} small />
        </label>
        <Button type="submit" small look="outlined">
          {t('snooze.apply')}
        </Button>
      </form>
    </Popover>
  )
}
