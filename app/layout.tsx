import type { Metadata, Viewport } from 'next'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentTheme } from '@/access/preference'
import './globals.css'

export const metadata: Metadata = {
  title: { default: '招商', template: '%s · 招商' },
  robots: { index: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#101418' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} data-theme={await currentTheme()}>
      <body>{children}</body>
    </html>
  )
}
