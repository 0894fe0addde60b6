/** Anybody may ask whether the database answers; nothing else of it is told. */
export { isDatabaseUp } from '@/db/door/health'
