/** Where what a stage lacks is settled, below the address of the deal; `search` is the list that one came from. */
export function lackPath(field: string, search = ''): string {
  if (field === 'procedures' || field === 'capital') return `/${field}${search}`
  if (/^(approval|agreement)/.test(field)) return `${search}${search ? '&' : '?'}act=propose`
  return `/edit${search}#f-${field}`
}
