'use server'
import { action } from '@/access/action'
import { sentTo, told } from '@/app/(bureau)/outcome-answer'
import { editCapital } from '@/db/write/capital'
import { proposeArrival } from '@/db/write/capital-arrival'
import { confirmArrival, returnArrival } from '@/db/write/capital-decide'
import { dropPlan, planArrival } from '@/db/write/capital-plan'
import {
  confirmArrivalInput,
  dropPlanInput,
  planArrivalInput,
  proposeArrivalInput,
  returnArrivalInput,
} from '@/domain/capital/input'
import { editCapitalInput } from '@/domain/capital/structure-input'

export const editCapitalAction = action('capital.edit', editCapitalInput, async (permit, input) =>
  sentTo(await told(await editCapital(permit, input)), `/deals/${input.number}/capital`),
)
export const planArrivalAction = action('capital.plan', planArrivalInput, planArrival)
export const dropPlanAction = action('capital.plan', dropPlanInput, dropPlan)
export const proposeArrivalAction = action('capital.propose_arrival', proposeArrivalInput, proposeArrival)
export const confirmArrivalAction = action('capital.confirm_arrival', confirmArrivalInput, confirmArrival)
export const returnArrivalAction = action('capital.return_arrival', returnArrivalInput, returnArrival)
