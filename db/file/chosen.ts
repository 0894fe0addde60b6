import { bucketSettings } from '@/env'
import { bucketStore } from './bucket'
import { diskStore } from './disk'
import type { Store } from './store'

/** The store that the settings name. Throws, in words, when they name half a bucket. */
export function store(): Store {
  const bucket = bucketSettings()
  return bucket ? bucketStore(bucket) : diskStore()
}
