import { mailSettings } from '@/env'

/** Whether this office has a mail server at all. */
export const mailIsSetUp = (): boolean => mailSettings() !== null
