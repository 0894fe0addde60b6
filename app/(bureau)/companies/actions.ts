'use server'
import { action } from '@/access/action'
import { createCompany, editCompany } from '@/db/write/company'
import { deleteCompany, restoreCompany } from '@/db/write/company-delete'
import { companyInput, createCompanyInput, editCompanyInput } from '@/domain/company/input'
import { opened, sentTo } from '../outcome-answer'

export const createCompanyAction = action('company.create', createCompanyInput, (permit, input) =>
  opened('/companies', createCompany(permit, input), 'company'),
)
export const editCompanyAction = action('company.edit', editCompanyInput, (permit, input) =>
  opened('/companies', editCompany(permit, input), 'company'),
)
export const deleteCompanyAction = action('company.delete', companyInput, async (permit, input) =>
  sentTo(await deleteCompany(permit, input), '/companies'),
)
export const restoreCompanyAction = action('company.restore', companyInput, restoreCompany)
