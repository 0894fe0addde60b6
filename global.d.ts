import type { Locale } from '@/domain/user/user'
import type { Messages } from '@/i18n/nouns'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
