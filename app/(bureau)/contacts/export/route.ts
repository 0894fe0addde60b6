import { listExport } from '@/app/(bureau)/list-export'
import { contactList } from '@/domain/contact/filter'
import { contactBook } from './contact-book'

export const GET = listExport(contactList, 'contact.export', contactBook)
