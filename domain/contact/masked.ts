import type { Locale } from '@/domain/user/user'

/**
 * What stands in a cell for phones, e-mail or WeChat that its reader may not see, on the screen and in a file. In
 * brackets it can be none of the three, so an import tells it from a value, and from an empty cell.
 */
export const maskedCells: Record<Locale, string> = {
  'zh-Hans': '（已隐藏）',
  'zh-Hant': '（已隱藏）',
  en: '(hidden)',
  ja: '（非表示）',
  ko: '(숨김)',
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
const known = new Set(Object.values(maskedCells).map(plain))

/** True for any of these, in whichever language the file was made. */
export const isMaskedCell = (text: string): boolean => known.has(plain(text))
