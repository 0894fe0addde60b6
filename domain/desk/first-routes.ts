import type { firstDesks } from './desk'

type DeskKey = (typeof firstDesks)[number]['key']

/**
 * The rules that a zone begins with, in their order. Southeast Asia is worked by japan_korea in the bureaus' own
 * reports; for Taiwan, Hong Kong and Macao they name no desk, so those fall to the last rule of all, `general`.
 */
export const firstRoutes: readonly { places: readonly string[]; desk: DeskKey }[] = [
  { places: ['japan_korea'], desk: 'japan_korea' },
  { places: ['southeast_asia'], desk: 'japan_korea' },
  { places: ['europe', 'americas'], desk: 'europe_us' },
  { places: ['CN'], desk: 'domestic' },
]
