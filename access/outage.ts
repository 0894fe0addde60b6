/** Whether this process has just seen the database gone: then no page need be drawn to say so. */
export { isGone } from '@/db/outage'
