import { addDays } from '@/domain/calendar/date'
import { officeDay } from './days'
import type { ActivitySpec } from './deal-activity'
import type { Kit } from './kit'
import { daysOfWork, leadTeller, said } from './lead-activity'
import { back, draftLead, type LeadPlan } from './lead-plan'
import { julyVisits } from './lead-words'

/** Six Japanese companies that the seminar met in June, and that came to see the zone in July. */
export function julyLeads(kit: Kit): LeadPlan[] {
  const { days, random } = kit
  const tell = leadTeller(kit)
  return julyVisits.map((visit, index): LeadPlan => {
    const createdOn = days.inYear(`06-${index < 4 ? '09' : '10'}`)
    const plan = draftLead(kit, { desk: 'japan_korea', country: 'JP', createdOn, event: 'seminar' })
    const visitOn = days.inYear(`07-0${7 + Math.floor(index / 2)}`)
    const contactedOn = createdOn
    const qualifiedOn = addDays(visitOn, random.int(0, 2))
    const heardOn = officeDay(back(days, [1, 3, 5, 9, 14, 20][index] ?? 3))
    const later =
      heardOn > addDays(qualifiedOn, 4)
        ? tell(plan, daysOfWork(kit, addDays(qualifiedOn, 4), heardOn), true)
        : []
    const seen: ActivitySpec = {
      kind: 'visit',
      on: visitOn,
      text: said(visit, plan),
      nextStep: '发送考察纪要和厂房报价',
      nextStepOn: addDays(visitOn, 7),
    }
    return {
      ...plan,
      bare: false,
      closedOn: null,
      stage: 'qualified',
      contactedOn,
      qualifiedOn,
      activities: [...tell(plan, [contactedOn]), seen, ...later],
      dueIn: [2, 0, 4, -1, 6, 1][index] ?? 2,
    }
  })
}
