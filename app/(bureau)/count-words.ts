/** A count that is taken no further than a thousand, as db/read counts what a page only mentions. */
export const countWords = (count: number): string => (count > 999 ? '999+' : String(count))
