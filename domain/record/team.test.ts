import { expect, test } from 'vitest'
import { membersOf, teamChange } from './team'

test('members are the team without the case officer, all of it where there is none', () => {
  expect(membersOf([1, 2, 3], 2)).toEqual([1, 3])
  expect(membersOf([1, 2], null)).toEqual([1, 2])
})

test('a change of members tells who joined and who left, whether or not the line counts the case officer', () => {
  expect(teamChange([1], [1, 2])).toEqual({ joined: [2], left: [] })
  expect(teamChange([], [2])).toEqual({ joined: [2], left: [] })
  expect(teamChange([1, 2, 3], [1, 4, 3])).toEqual({ joined: [4], left: [2] })
  expect(teamChange(null, undefined)).toEqual({ joined: [], left: [] })
})
