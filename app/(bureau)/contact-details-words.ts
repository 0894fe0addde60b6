import { getTranslations } from 'next-intl/server'
import type { DetailsWords } from './contact-details'

/** The words of masked and shown details, for one contact. */
export async function detailsWords(name: string, mayReveal: boolean): Promise<DetailsWords> {
  const [t, form] = await Promise.all([getTranslations('contact'), getTranslations('common.form')])
  return {
    masked: t(mayReveal ? 'masked' : 'maskedForRole'),
    none: t('noDetails'),
    reveal: t('act.reveal'),
    revealOf: t('act.revealOf', { name }),
    logged: t('hint.reveal'),
    failed: form('failed'),
    phones: t('field.phones'),
    email: t('field.email'),
    wechat: t('field.wechat'),
  }
}
