'use client'
import { useEffect, useRef, useState } from 'react'
import { fill } from '@/components/form-state'
import { DeskChip } from '@/components/marks'
import { type DeskRoute, routeLead } from '@/domain/route/route'

type Desk = { id: number; name: string; colour: number; general: boolean }

/** Where the lead will go, as the routes say while one chooses country and industry, or as chosen by hand. */
export function DeskHint(props: {
  routes: readonly DeskRoute[]
  desks: readonly Desk[]
  /** Desks on which the person would be the case officer. */
  ownDesks: readonly number[]
  words: { goesWhere: string; goesTo: string; unrouted: string; member: string; officer: string }
}) {
  const box = useRef<HTMLParagraphElement>(null)
  const [asked, setAsked] = useState({ country: '', industryId: '', deskId: '' })
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const look = () => {
      const data = new FormData(form)
      const value = (name: string) => String(data.get(name) ?? '')
      setAsked({ country: value('country'), industryId: value('industryId'), deskId: value('deskId') })
    }
    look()
    for (const event of ['input', 'change', 'draft']) form.addEventListener(event, look)
    return () => {
      for (const event of ['input', 'change', 'draft']) form.removeEventListener(event, look)
    }
  }, [])

  const { routes, desks, ownDesks, words } = props
  const routed = asked.deskId
    ? Number(asked.deskId)
    : routeLead(routes, { country: asked.country, industryId: Number(asked.industryId) || null })
  const desk = desks.find(one => one.id === routed) ?? desks.find(one => one.general)
  const known = desk && (asked.country || asked.deskId)
  const [before = '', after = ''] = fill(routed === null ? words.unrouted : words.goesTo, {
    desk: '\u0000',
  }).split('\u0000')
  return (
    <p ref={box} aria-live="polite" className="text-13 text-ink-2 min-h-6">
      {known ? (
        <>
          {before}
          <DeskChip colour={desk.colour}>{desk.name}</DeskChip>
          {after} {ownDesks.includes(desk.id) ? words.officer : words.member}
        </>
      ) : (
        words.goesWhere
      )}
    </p>
  )
}
