import { listExport } from '@/app/(bureau)/list-export'
import { companyList } from '@/domain/company/filter'
import { companyBook } from './company-book'

export const GET = listExport(companyList, 'company.export', companyBook)
