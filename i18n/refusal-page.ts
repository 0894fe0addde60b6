import type { TurnedAway } from '@/access/turned-away'
import type { Locale } from '@/domain/user/user'
import { messagesIn } from './words'

/** `back`: by the browser's Back button, for a page without scripts; a form that hears of it still stands there. */
type Asked = { method: string; origin: string | null; host: string | null; back: boolean }
type Told = { title: string; says: string[] }

/** Why a request was turned away before any page was drawn, in the reader's language. */
export async function refusalWords(why: TurnedAway, asked: Asked, locale: Locale): Promise<Told> {
  const { refusal, error } = await messagesIn(locale)
  const isForm = asked.method !== 'GET'
  switch (why) {
    case 'foreign': {
      const operator = refusal.foreign_operator
        .replace('{origin}', asked.origin ?? refusal.unknown)
        .replace('{host}', asked.host ?? refusal.unknown)
      return { title: refusal.foreign_title, says: [refusal.foreign_says, operator] }
    }
    case 'too_large':
      return {
        title: refusal.large_title,
        says: asked.back ? [refusal.large_says, refusal.back] : [refusal.large_says],
      }
    case 'database_gone':
      return { title: error.database_title, says: [isForm ? refusal.gone_post : error.database_says] }
  }
}

/** A whole page with nothing to load. `again`: a page that was only asked for opens by itself when it can. */
export function refusalPage({ title, says }: Told, locale: Locale, again: boolean): string {
  const lines = says.map(line => `<p>${escaped(line)}</p>`).join('')
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
${again ? '<meta http-equiv="refresh" content="2">' : ''}<title>${escaped(title)}</title><style>${LOOK}</style></head>
<body><main role="alert"><h1>${escaped(title)}</h1>${lines}</main></body></html>`
}

const LOOK =
  ':root{color-scheme:light dark}body{display:grid;place-items:center;min-height:90vh;margin:1rem;font:15px/1.6 system-ui,sans-serif}main{max-width:36rem;overflow-wrap:anywhere}h1{font-size:1.25rem}'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
