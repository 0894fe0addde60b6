/** Square metres in mu (亩, 1/15 hectare), to one decimal, trailing zero dropped: 46,667 m² is 70 亩. */
export function areaInMu(m2: number): string {
  const tenths = Math.round((m2 * 150) / 10_000)
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
}
