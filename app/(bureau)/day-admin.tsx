import { getFormatter, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { DayColumns, Facts, Page, PageHead, Section } from '@/components/page'
import { getSystemFacts } from '@/db/read/audit'
import type { Permit } from '@/domain/policy/permit'
import { naming } from './naming'

const users = '/admin/users'

/** The administrator's morning: accounts, failed sign-ins, disk, version. */
export async function DayAdmin({ permit }: { permit: Permit<'audit.read'> }) {
  const [t, names, format, facts] = await Promise.all([
    getTranslations('day'),
    naming(),
    getFormatter(),
    getSystemFacts(permit),
  ])
  const size = (bytes: number) =>
    format.number(bytes / 2 ** (bytes < 2 ** 30 ? 20 : 30), {
      style: 'unit',
      unit: bytes < 2 ** 30 ? 'megabyte' : 'gigabyte',
      maximumFractionDigits: 1,
    })
  const { accounts, failedSignIns, disk, version } = facts
  return (
    <Page>
      <PageHead title={t('title')} says={t('says.admin', { date: names.fullDay(names.today) })} />
      <DayColumns
        side={
          <Section title={t('admin.version')}>
            <Facts
              items={[
                { key: 'app', label: 'Zhaoshang', value: version.app },
                { key: 'postgres', label: 'PostgreSQL', value: version.postgres },
                { key: 'node', label: 'Node.js', value: version.node },
                {
                  key: 'disk',
                  label: t('admin.disk'),
                  value: disk
                    ? t('admin.free', { free: size(disk.freeBytes), total: size(disk.totalBytes) })
                    : '—',
                },
                { key: 'database', label: t('admin.database'), value: size(facts.databaseBytes) },
              ]}
            />
          </Section>
        }
      >
        <Section
          title={t('admin.accounts')}
          aside={
            <a className="link" href={users}>
              {t('admin.openUsers')}
            </a>
          }
        >
          <p>
            {t('admin.active', { count: accounts.active })} ·{' '}
            {t('admin.disabled', { count: accounts.disabled })} ·{' '}
            {t('admin.waiting', { count: accounts.waiting })}
          </p>
        </Section>
        <Section
          title={t('admin.failed')}
          count={failedSignIns.count}
          aside={failedSignIns.locked > 0 ? t('admin.locked', { count: failedSignIns.locked }) : null}
        >
          {failedSignIns.count === 0 ? <p className="text-ink-2">{t('admin.failedNone')}</p> : null}
          <ul className="rows">
            {failedSignIns.latest.map(line => (
              <li key={`${line.login}-${line.at.toISOString()}`} className="flex gap-3">
                <span className="min-w-0 flex-1">{line.login}</span>
                <span className="text-ink-2">{line.address}</span>
                <time dateTime={line.at.toISOString()}>{names.moment(line.at)}</time>
              </li>
            ))}
          </ul>
          <div className="mt-3">
            <LinkButton small href="/admin/audit">
              {t('admin.openAudit')}
            </LinkButton>
          </div>
        </Section>
      </DayColumns>
    </Page>
  )
}
