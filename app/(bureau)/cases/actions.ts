'use server'
import { action } from '@/access/action'
import { ruleDuplicate } from '@/db/write/duplicate-ask'
import { ruleDuplicateInput } from '@/domain/duplicate/input'

export const ruleDuplicateAction = action('duplicate.rule', ruleDuplicateInput, ruleDuplicate)
