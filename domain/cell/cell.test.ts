import { expect, test } from 'vitest'
import { companyColumns } from '@/domain/company/column'
import { dealColumns } from '@/domain/deal/column'
import { dealFieldShape } from '@/domain/deal/fields'
import { leadColumns } from '@/domain/lead/column'
import { cellInputs } from './cell'

test('stage, status, desk and number are nobody’s cell', () => {
  for (const column of ['stage', 'status', 'desk', 'number', 'stage_since', 'members', 'toString'])
    for (const list of ['leads', 'deals', 'companies'] as const)
      expect(cellInputs(list, column), `${list} ${column}`).toBeUndefined()
})

test('each cell stands for inputs of the edit form, or for the two verbs that have forms of their own', () => {
  const others = ['nextStep', 'nextStepOn', 'officerId', 'tags']
  const asked = dealColumns.flatMap(column => cellInputs('deals', column) ?? [])
  expect(asked.filter(name => !others.includes(name) && !Object.hasOwn(dealFieldShape, name))).toEqual([])
  expect(leadColumns.filter(column => cellInputs('leads', column)).length).toBeGreaterThan(7)
  expect(companyColumns.filter(column => cellInputs('companies', column)).length).toBeGreaterThan(7)
})
