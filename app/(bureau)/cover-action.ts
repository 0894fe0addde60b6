'use server'
import { action } from '@/access/action'
import { createCover, endCover } from '@/db/write/cover'
import { createCoverInput, endCoverInput } from '@/domain/cover/input'

export const createCoverAction = action('cover.create', createCoverInput, createCover)
export const endCoverAction = action('cover.end', endCoverInput, endCover)
