'use client'
import { Palette } from '@/components/palette'
import { Suggest } from '@/components/suggest'
import { recentlyOpened } from './recent'
import { suggestAction } from './suggest-action'

const asked = (places: boolean) => async (text: string) => {
  const recent = text.trim() ? [] : recentlyOpened().filter(path => !location.pathname.startsWith(path))
  return places || text.trim() || recent.length ? suggestAction({ text, places, recent }) : []
}
const [records, anything] = [asked(false), asked(true)]

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
