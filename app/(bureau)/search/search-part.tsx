'use client'
import { Palette } from '@/components/palette'
import { Suggest } from '@/components/suggest'
import { suggestAction } from './suggest-action'

const records = (text: string) => suggestAction({ text, places: false })
const anything = (text: string) => suggestAction({ text, places: true })

/** What the search in the header needs once it is used: loaded then (search-field.tsx). */
export function SearchPart(props: {
  input: HTMLInputElement
  words: { find: string; palette: string }
  palette: boolean
  onClose: () => void
}) {
  const { input, words, palette, onClose } = props
  return (
    <>
      <Suggest input={input} ask={records} label={words.find} />
      {palette ? <Palette label={words.palette} ask={anything} onClose={onClose} /> : null}
    </>
  )
}
