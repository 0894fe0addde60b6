'use client'
import { Field } from '@/components/field'
import { isTicked, useTyped } from '@/components/form-typed'
import { TextInput } from '@/components/inputs'

/** A match in the reader's words. `href` only where he may go; `same` only where the form can use it instead. */
export type ShownMatch = {
  key: string
  blocks: boolean
  name: string
  says: string
  href: string | null
  same: string | null
}
export type LookAlikeWords = {
  blocks: string
  warns: string
  ask: string
  different: string
  differentHint: string
  go: string
}

/** Each match with what one may do about it: go there, use it, ask its officer; the rest are different, with a reason. */
export default function LookAlikePanel(props: { matches: readonly ShownMatch[]; words: LookAlikeWords }) {
  const { matches, words } = props
  const ticked = useTyped('attach[]') ?? ''
  const hard = matches.some(match => match.blocks)
  return (
    <div
      className="note note-amber mb-4"
      role="group"
      aria-label={hard ? words.blocks : words.warns}
      data-field={hard ? undefined : 'different'}
    >
      <div className="says grid gap-2 w-full">
        <strong>{hard ? words.blocks : words.warns}</strong>
        <ul className="grid gap-2">
          {matches.map(({ key, name, says, href, same }) => (
            <li key={key}>
              <div className="flex flex-wrap items-baseline gap-x-3">
                {href ? (
                  <a className="link" href={href}>
                    {name}
                  </a>
                ) : (
                  <b>{name}</b>
                )}
                <span className="text-13 text-ink-2">{says}</span>
                {href ? null : (
                  <button type="submit" name="ask" value={key} className="btn btn-s">
                    {words.ask}
                  </button>
                )}
              </div>
              {same ? (
                <label className="check text-13">
                  <input type="checkbox" name="attach[]" value={key} defaultChecked={isTicked(ticked, key)} />{' '}
                  {same}
                </label>
              ) : null}
            </li>
          ))}
        </ul>
        {hard ? (
          <Field name="different" label={words.different} hint={words.differentHint}>
            <TextInput maxLength={500} />
          </Field>
        ) : (
          <p className="text-13">{words.go}</p>
        )}
      </div>
      <input type="hidden" name="ruled" value={matches.map(({ key }) => key).join(' ')} />
    </div>
  )
}
