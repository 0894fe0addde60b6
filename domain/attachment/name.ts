/** Nobody sees these: marks of direction that make `exe.pdf` of `fdp.exe`, joiners, controls. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
/** What a name may not hold on Windows. */
const forbidden = /[<>:"|?*]/g
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const LONGEST = 120

/**
 * A name as it is kept and offered again: without a path, unseen characters and what some system forbids, at most 120
 * characters with its ending. What is left of nothing is `file`.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1) ?? ''
  const tidy = last
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const name = (reserved.test(tidy) ? `_${tidy}` : tidy) || 'file'
  const { stem, ending } = splitName(name)
  const rest = ending ? `.${ending}` : ''
  return (
    [...stem]
      .slice(0, LONGEST - rest.length)
      .join('')
      .trimEnd() + rest
  )
}

/** `协议.v2.PDF` as `协议.v2` and `PDF`; an ending has at most ten letters and digits. */
export function splitName(name: string): { stem: string; ending: string } {
  const match = /^(.+)\.([\p{L}\d]{1,10})$/u.exec(name)
  return match ? { stem: match[1] as string, ending: match[2] as string } : { stem: name, ending: '' }
}

/** RFC 6266 with RFC 5987: the name in any script, and one in ASCII for those who cannot read it. */
export function disposition(how: 'attachment' | 'inline', name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const { stem, ending } = splitName(name)
  const plain = stem.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'file'
  const ascii = /^\w+$/.test(ending) ? `${plain}.${ending}` : plain
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
