import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { locales } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'
import { chooseLanguageAction } from './door-actions'

/** The pages before one is in: whose office this is, one thing to do, the five languages. `aside` at the right. */
export async function DoorFrame(props: {
  zone: string
  language: string
  wide?: boolean
  aside?: ReactNode
  children: ReactNode
}) {
  const { zone, aside, wide } = props
  const locale = await getLocale()
  return (
    <div className={`grid min-h-dvh ${aside ? 'lg:grid-cols-2' : ''}`}>
      <div
        className={`flex min-w-0 flex-col px-5 py-6 md:px-10 ${aside ? 'lg:sticky lg:top-0 lg:h-dvh' : ''}`}
      >
        <header className="flex items-center gap-2 font-semibold">
          <span className="seal" aria-hidden>
            {[...zone][0]}
          </span>
          {zone}
        </header>
        <main
          className={`mx-auto grid w-full flex-1 content-center gap-4 py-10 ${wide ? 'max-w-xl' : 'max-w-85'}`}
        >
          {props.children}
        </main>
        <footer>
          <form
            action={chooseLanguageAction}
            aria-label={props.language}
            className="flex flex-wrap gap-x-4 gap-y-1 text-13"
          >
            {locales.map(one => (
              <button
                key={one}
                type="submit"
                name="locale"
                value={one}
                lang={one}
                aria-current={one === locale ? 'true' : undefined}
                className={one === locale ? 'font-semibold' : 'text-ink-2 hover:text-ink'}
              >
                {localeNames[one]}
              </button>
            ))}
          </form>
        </footer>
      </div>
      {aside ? (
        <aside className="grid min-w-0 content-center border-line bg-ground-2 px-5 py-10 max-lg:border-t md:px-10 lg:border-s">
          {aside}
        </aside>
      ) : null}
    </div>
  )
}
