import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  typedRoutes: false,
  poweredByHeader: false,
  // npm run check reads the types, tests included; a start that has to build should not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres', '@node-rs/argon2', 'exceljs', 'nodemailer', 'pino', 'graphile-worker'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}

export default withNextIntl(config)
