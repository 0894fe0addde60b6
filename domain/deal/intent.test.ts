import { expect, test } from 'vitest'
import { withIntent } from './intent'

const entered = {
  entryDocumentKind: 'intent',
  entryDocumentOn: '2026-03-05',
  entryDocumentReference: '意向书 3 号',
} as const
const stands = { ...entered, intentOn: '2026-03-05', intentReference: '意向书 3 号' }

test('an entry document that is an intent is the intent signed, whichever of the two is told', () => {
  expect(withIntent({ ...entered, intentOn: null, intentReference: null })).toMatchObject(stands)
  const told = { entryDocumentKind: 'intent', entryDocumentOn: null, entryDocumentReference: null } as const
  expect(withIntent({ ...told, intentOn: '2026-03-05', intentReference: '意向书 3 号' })).toMatchObject(
    stands,
  )
})

test('an application leaves the intent beside it alone', () => {
  const application = { ...entered, entryDocumentKind: 'application', intentOn: null } as const
  expect(withIntent(application)).toEqual(application)
  const beside = { ...application, intentOn: '2026-01-09' }
  expect(withIntent({ entryDocumentOn: '2026-03-06' }, { ...beside, intentReference: null })).toEqual({
    entryDocumentOn: '2026-03-06',
  })
})

test('a correction of the one corrects the other; two days that were told apart stay two', () => {
  expect(withIntent({ entryDocumentOn: '2026-03-06' }, stands).intentOn).toBe('2026-03-06')
  expect(withIntent({ ...stands, intentOn: '2026-03-07' }, stands).entryDocumentOn).toBe('2026-03-07')
  const apart = { ...stands, intentOn: '2025-12-01' }
  expect(withIntent({ entryDocumentOn: '2026-03-06' }, apart).intentOn ?? apart.intentOn).toBe('2025-12-01')
  expect(
    withIntent({ ...stands, intentOn: '2025-12-01', entryDocumentOn: '2026-03-08' }, stands),
  ).toMatchObject({
    intentOn: '2025-12-01',
    entryDocumentOn: '2026-03-08',
  })
})
