import type { IsoDate } from '@/domain/calendar/date'
import { flag, type Parameters, single } from '@/domain/filter/parameter'
import { day, id, oneWord, text } from '@/domain/filter/value'

export const signings = ['intent', 'agreement'] as const
export type Signing = (typeof signings)[number]

/** What a list of deals can be asked about the work on them: who leads and helps, what was signed, what blocks, what is late. */
export type WorkFilter = {
  /** An account's id, or the name of a cadre without one. */
  leader: number | string | null
  /** Case officer or member. */
  member: number | null
  /** An intent or an investment agreement, signed from one day to another. */
  signed: Signing | null
  signedFrom: IsoDate | null
  signedTo: IsoDate | null
  /** With an open issue. */
  blocked: boolean
  /** With a procedure that is overdue. */
  procedureOverdue: boolean
  /** On hold, and the day of its review has come. */
  reviewDue: boolean
}

export const usualWork: WorkFilter = {
  leader: null,
  member: null,
  signed: null,
  signedFrom: null,
  signedTo: null,
  blocked: false,
  procedureOverdue: false,
  reviewDue: false,
}

export const workParameters = <F extends WorkFilter>(): Parameters<F> => ({
  leader: single<F, 'leader'>('leader', null, value => id()(value) ?? text(100)(value)),
  member: single<F, 'member'>('member', null, id()),
  signed: single<F, 'signed'>('signed', null, oneWord(signings)),
  signedFrom: single<F, 'signedFrom'>('signedFrom', null, day),
  signedTo: single<F, 'signedTo'>('signedTo', null, day),
  blocked: flag<F, 'blocked'>('blocked'),
  procedureOverdue: flag<F, 'procedureOverdue'>('procedureOverdue'),
  reviewDue: flag<F, 'reviewDue'>('reviewDue'),
})
