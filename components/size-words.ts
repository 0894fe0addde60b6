/** `640 KB`, `1.2 MB`: of a thousand bytes each, as systems show them. */
export function sizeWords(bytes: number, locale: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000))
  const [amount, unit] = kilobytes < 1000 ? [kilobytes, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const format = { style: 'unit', unit, maximumFractionDigits: kilobytes < 10_000 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, format).format(amount)
}
