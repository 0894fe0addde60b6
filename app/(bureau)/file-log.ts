import { getTranslations } from 'next-intl/server'

type Line = { verb: string; details: Record<string, unknown> }

/** What was done with a file of a record, in words; null for any other line. A business card is not named. */
export async function fileLog() {
  const t = await getTranslations('attachment.log')
  return ({ verb, details }: Line): string | null => {
    const [noun, stem = ''] = verb.split('.')
    if (noun !== 'attachment') return null
    if (stem === 'read') return t('read')
    const file = typeof details.file === 'string' ? details.file : t('card')
    if (stem === 'delete' && details.restored === true) return t('restore', { file })
    return t(stem === 'edit' || stem === 'delete' ? stem : 'create', { file })
  }
}
