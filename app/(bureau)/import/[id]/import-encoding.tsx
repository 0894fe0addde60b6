import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Button } from '@/components/button'
import { Section } from '@/components/page'
import { type ImportRecord, importHead } from '@/db/read/import'
import { readings } from '@/domain/import/encoding'
import { encodingNames } from '@/domain/import/raw'
import type { Permit } from '@/domain/policy/permit'
import { prepareImportAction } from '../actions'

/** Whose characters they are: the same code is drawn differently in each. */
const langs = { gb18030: 'zh-Hans', big5: 'zh-Hant', shift_jis: 'ja', 'euc-kr': 'ko' } as const

/** How the text of a file is encoded: its first lines in each, so that a person sees which reads right. */
export async function ImportEncoding({
  permit,
  batch,
}: {
  permit: Permit<'import.read'>
  batch: ImportRecord
}) {
  const { encoding: now, encodingHow: how } = batch
  if (how === null) return null
  const [t, names, head] = await Promise.all([
    getTranslations('import.encoding'),
    naming(),
    importHead(permit, batch.id),
  ])
  if (!head) return null
  const read = readings(head)
  const unfit = read.filter(({ lines }) => !lines).map(({ encoding }) => encodingNames[encoding])
  return (
    <Section title={t('title')}>
      {how === 'open' || how === 'guessed' ? (
        <p className="note note-amber mb-3">
          {how === 'open' || !now ? t('open') : t('guessed', { encoding: encodingNames[now] })}
        </p>
      ) : null}
      <details open={how === 'open'}>
        <summary className="mb-2 w-fit cursor-pointer text-ink-2">
          {now ? t('now', { encoding: encodingNames[now] }) : t('choose')}
        </summary>
        <form action={prepareImportAction} aria-label={t('title')} className="mb-4 max-w-200">
          <input type="hidden" name="id" value={batch.id} />
          <input type="hidden" name="noun" value={batch.noun} />
          <div className="rows">
            {read.map(({ encoding, lines }) =>
              lines ? (
                <label key={encoding} className="flex items-start gap-3 py-2">
                  <input
                    type="radio"
                    name="encoding"
                    value={encoding}
                    defaultChecked={encoding === now}
                    required
                    className="mt-1"
                  />
                  <span className="min-w-0">
                    {encodingNames[encoding]}
                    <span className="text-12 text-ink-3"> {t(`of.${encoding}`)}</span>
                    <span
                      className="block text-13 text-ink-2 wrap-anywhere"
                      lang={langs[encoding as keyof typeof langs]}
                    >
                      {lines.map((line, at) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and do not move
                        <span key={at} className="block">
                          {line}
                        </span>
                      ))}
                    </span>
                  </span>
                </label>
              ) : null,
            )}
          </div>
          {unfit.length > 0 ? (
            <p className="mt-2 text-12 text-ink-3">{t('unfit', { encodings: unfit.join(names.comma) })}</p>
          ) : null}
          <div className="mt-3">
            <Button type="submit" look={how === 'open' ? 'primary' : undefined}>
              {t('use')}
            </Button>
          </div>
        </form>
      </details>
    </Section>
  )
}
