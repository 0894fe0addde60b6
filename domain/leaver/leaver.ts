/** As what somebody stands on a case: its case officer, or one of its members. */
export const leaverParts = ['officer', 'member'] as const
export type LeaverPart = (typeof leaverParts)[number]

export type LeaverCase = { number: string; name: string; stage: string }

/** Open cases of one desk; `cases` are the first of `total`. */
export type LeaverGroup = {
  part: LeaverPart
  noun: 'lead' | 'deal'
  deskId: number
  total: number
  cases: LeaverCase[]
}

export type LeaverEvent = { number: string; name: string; startsOn: string; deskIds: number[] }

/** All that is still on one person, as far as the reader sees it; `beyond`: open cases out of his sight. */
export type Leaver = {
  id: number
  login: string
  disabled: boolean
  groups: LeaverGroup[]
  beyond: number
  events: LeaverEvent[]
  /** Open ones: the first, and how many there are. */
  tasks: { total: number; first: { id: number; title: string; dueOn: string | null }[] }
  /** What he has asked for and nobody has decided: it stays until then. */
  proposals: { number: string; noun: 'lead' | 'deal'; kind: 'approval' | 'hand_over' }[]
}
