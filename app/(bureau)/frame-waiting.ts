import { getTranslations } from 'next-intl/server'
import type { FrameState } from '@/db/read/frame'
import { defaultLeadFilter, leadSearch } from '@/domain/lead/filter'
import type { Actor } from '@/domain/policy/actor'
import type { FrameCounts } from './frame-nouns'

/** What waits for this person, in words, each with the list that shows as many. */
export async function frameWaiting(actor: Actor, waiting: FrameState['waiting']): Promise<FrameCounts> {
  const t = await getTranslations('frame.waiting')
  const day = { count: waiting.day }
  const leads = { count: waiting.leads }
  if (actor.role === 'officer') {
    const late = leadSearch({ ...defaultLeadFilter, officer: actor.id, clock: 'overdue' })
    return {
      day: { ...day, href: '/day#due', says: t('steps', day) },
      leads: { ...leads, href: `/leads${late}`, says: t('late', leads) },
    }
  }
  const unassigned = leadSearch({ ...defaultLeadFilter, officer: 'none' })
  return {
    day: { ...day, href: '/day#confirm', says: t('confirm', day) },
    leads: { ...leads, href: `/leads${unassigned}`, says: t('unassigned', leads) },
  }
}
