'use server'
import { z } from 'zod'
import { ask } from '@/access/ask'
import { listNameable } from '@/db/read/nameable'

/** For the suggestions behind an @: everybody who can be named on a record, once; what is typed is matched where it is typed. */
export const listNameableAction = ask('activity.create', z.string().max(40), listNameable)
