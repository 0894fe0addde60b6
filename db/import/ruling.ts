import type { keepAllRulings } from '@/db/write/duplicate'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import type { Planned } from './row'

type Rulings = Parameters<typeof keepAllRulings>[2]

/** What a person ruled of the rows that looked like others on file, to be kept with the records that they have become. */
export function rulingsOf(
  noun: LookAlikeNoun,
  creates: readonly Planned<unknown>[],
  made: readonly { id: number }[],
): Rulings {
  return creates.flatMap(({ matches, ruling }, at) => {
    const found = matches.filter(match => match.row === undefined)
    const id = made[at]?.id
    if (found.length === 0 || id === undefined) return []
    const keyed = found.map(match => ({ ...match, key: `${match.noun}:${match.id}`, since: '' }))
    const attach =
      ruling.ruling === 'same' ? keyed.filter(({ number }) => number !== null).map(({ key }) => key) : []
    const said = { ruled: keyed.map(({ key }) => key), attach, different: ruling.different, asks: false }
    return [{ of: { noun, id, name: ruling.said.name ?? '' }, found: keyed, said }]
  })
}
