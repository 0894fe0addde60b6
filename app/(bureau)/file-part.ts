import { getTranslations } from 'next-intl/server'
import type { FilePart } from '@/db/read/attachment'
import { nameIn } from '@/domain/user/user'
import { naming } from './naming'

/** What a file proves: `手续：备案`, `到资：回单 0301，3月1日`. */
export async function filePartWords(part: FilePart): Promise<string> {
  const [t, names] = await Promise.all([getTranslations('attachment.part'), naming()])
  const name = nameIn(names.locale, part.name, part.names)
  return part.kind === 'procedure'
    ? t('procedure', { name })
    : t('arrival', { name, date: part.on ? names.day(part.on) : '' })
}
