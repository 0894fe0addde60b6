import { moneyOf } from '@/domain/money/money'
import { readMoney } from '@/domain/money/read'

const FEN_OF_TEN_THOUSAND = 1_000_000n

/**
 * An amount of the address in CNY fen: a bare number is in 万元 (`11600`, `11,600`, `0.5`), anything else is read as it
 * is typed in forms (`1.16亿`). Null when it is neither, or not in yuan.
 */
export function tenThousands(text: string): bigint | null {
  const bare = text.normalize('NFKC').replaceAll(',', '').trim()
  if (/^\d{1,12}(\.\d{1,6})?$/.test(bare)) {
    const [whole = '0', part = ''] = bare.split('.')
    return BigInt(whole) * FEN_OF_TEN_THOUSAND + BigInt(part.padEnd(6, '0'))
  }
  if (moneyOf(bare, 'CNY')) return null
  const read = readMoney(text, 'CNY')
  return read.ok && read.money.currency === 'CNY' ? read.money.minor : null
}

/** Back into the address: 万元 with as many decimals as it takes. */
export function yuanText(fen: bigint): string {
  const part = String(fen % FEN_OF_TEN_THOUSAND)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${fen / FEN_OF_TEN_THOUSAND}${part && `.${part}`}`
}
