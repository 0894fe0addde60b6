import { Permit as Granted } from './grant'
import type { Permission } from './table'

/** What every function of db/read and db/write asks for first. Granted by `access/` alone. */
export type Permit<P extends Permission = Permission> = Granted<P>

/** True for a permit that was granted, false for anything that only looks like one. */
export const isPermit = (value: object): boolean => Granted.isPermit(value)
