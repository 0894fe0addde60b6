'use server'
import { action } from '@/access/action'
import { handOverEvents, handOverGroup, handOverTasks } from '@/db/write/leaver'
import { handOverEventsInput, handOverGroupInput } from '@/domain/leaver/input'

export const handOverGroupAction = action('leaver.hand_over', handOverGroupInput, handOverGroup)
export const handOverEventsAction = action('leaver.hand_over', handOverEventsInput, handOverEvents)
export const handOverTasksAction = action('leaver.hand_over', handOverEventsInput, handOverTasks)
