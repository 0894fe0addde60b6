import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Button } from '@/components/button'
import { FileInput } from '@/components/file-input'
import { EmptyState, Page, PageHead, Section } from '@/components/page'
import { Pager } from '@/components/pager'
import { listImports } from '@/db/read/import'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import { IMPORT_LIMITS } from '@/domain/import/batch'
import { reachOf } from '@/domain/policy/table'
import { fileWords } from '@/i18n/file-words'
import { ImportTable } from './import-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

const MEGABYTE = 1024 ** 2
type Asked = { searchParams: Promise<{ page?: string | string[] }> }

/** A sheet to bring in, templates for it, and what was brought in before. */
export default async function ImportPage({ searchParams }: Asked) {
  const permit = await page('import.read')
  const asked = Number((await searchParams).page)
  const at = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const [t, common, format, { rows, more }] = await Promise.all([
    getTranslations('import'),
    getTranslations('common'),
    getFormatter(),
    listImports(permit, at),
  ])
  const nouns = lookAlikeNouns.filter(noun => reachOf(`${noun}.import`, permit.actor.role) !== 'none')
  const says = t('fileSays', {
    mb: IMPORT_LIMITS.bytes / MEGABYTE,
    rows: format.number(IMPORT_LIMITS.rows),
  })
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')} />
      <div className="page-body">
        <Section title={t('new')}>
          <form
            action="/files/import"
            method="post"
            encType="multipart/form-data"
            className="flex flex-wrap items-end gap-4"
            aria-label={t('new')}
          >
            <label className="grid gap-1">
              <span className="text-12 text-ink-2">{t('what')}</span>
              <select name="noun" className="input w-44" required>
                {nouns.map(noun => (
                  <option key={noun} value={noun}>
                    {t(`noun.${noun}`)}
                  </option>
                ))}
              </select>
            </label>
            <div className="grid gap-1">
              <label className="text-12 text-ink-2" htmlFor="import-file">
                {t('file')}
              </label>
              <FileInput
                id="import-file"
                name="file"
                pick={common('file.pick')}
                words={await fileWords(IMPORT_LIMITS.bytes / MEGABYTE)}
                most={IMPORT_LIMITS.bytes}
                accept=".xlsx,.csv,.tsv,.txt"
                required
                aria-describedby="file-says"
              />
            </div>
            <Button type="submit" look="primary">
              {t('upload')}
            </Button>
          </form>
          <p className="mt-2 text-12 text-ink-2" id="file-says">
            {says}
          </p>
          <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
            <span className="text-ink-2">{t('templates')}</span>
            {nouns.map(noun => (
              <a key={noun} className="link" href={`/import/template?noun=${noun}`} download>
                {t(`noun.${noun}`)} (.xlsx)
              </a>
            ))}
          </p>
        </Section>
        <Section title={t('earlier')}>
          {rows.length === 0 ? (
            <EmptyState title={t('none.title')} says={t('none.says')} />
          ) : (
            <ImportTable rows={rows} />
          )}
          {at > 1 || more ? (
            <Pager
              page={at}
              pages={more ? at + 1 : at}
              says=""
              href={n => `/import?page=${n}`}
              words={{
                label: common('list.pages'),
                previous: common('list.previousPage'),
                next: common('list.nextPage'),
              }}
            />
          ) : null}
        </Section>
      </div>
    </Page>
  )
}
