import type { IconName } from '@/components/icon'
import type { ActivityKind } from '@/domain/activity/activity'

/** The drawing of each kind of activity, wherever one is told. */
export const activityIcon: Record<ActivityKind, IconName> = {
  call: 'phone',
  meeting: 'users',
  visit: 'map-pin',
  message: 'message-square',
  negotiation_round: 'handshake',
  note: 'sticky-note',
}
