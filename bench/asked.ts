import { giveUp } from '@/bin/steps'

const partNames = [
  'growth',
  'pages',
  'sign-in',
  'writes',
  'files',
  'database',
  'search',
  'names',
  'import',
  'writers',
  'scripts',
  'browser',
  'start',
  'memory',
]

type Options = {
  rows: number
  json: boolean
  /** Only a whole run writes the document. */
  document: boolean
  /** What is loaded stays there, and is measured there again. */
  folder: string | undefined
  wants: (part: string) => boolean
}

/** `--rows 100000`, `--json`, `--only pages,files` for a part of it, `--in FOLDER` to load once and measure again. */
export function asked(words: readonly string[]): Options {
  const valueOf = (name: string) => {
    const at = words.findIndex(word => word === name || word.startsWith(`${name}=`))
    return at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1])
  }
  const known = /^--(rows|json|only|in)(=|$)/
  const strange = words.filter(word => word.startsWith('-') && !known.test(word))
  const rows = Number(valueOf('--rows') ?? 100_000)
  const only = valueOf('--only')?.split(',')
  const nonsense = only?.filter(name => !partNames.includes(name)) ?? []
  if (strange.length > 0)
    giveUp(new Error(`No such option: ${strange.join(' ')}. There are --rows, --json, --only and --in.`))
  if (!Number.isInteger(rows) || rows < 1000 || rows > 5_000_000 || rows % 50 !== 0)
    giveUp(new Error('--rows is a multiple of 50 between 1000 and 5000000.'))
  if (nonsense.length > 0)
    giveUp(new Error(`No such part: ${nonsense.join(', ')}. There are ${partNames.join(', ')}.`))
  return {
    rows,
    json: words.includes('--json'),
    document: !only,
    folder: valueOf('--in'),
    wants: part => !only || only.includes(part),
  }
}
