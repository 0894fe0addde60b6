'use client'
import { useRef, useState } from 'react'
import { useRestored } from '@/components/draft'
import { useField } from '@/components/field'
import { useTyped } from '@/components/form-typed'
import { DateInput } from '@/components/inputs'

/** A day of the near future: a few offered, any other typed. `days` are 'YYYY-MM-DD' with their words. */
export function DayPick(props: {
  days: readonly { day: string; label: string }[]
  defaultValue?: string
  min?: string
}) {
  const field = useField()
  const name = field?.name ?? 'day'
  const [day, setDay] = useState(useTyped(name) ?? props.defaultValue ?? '')
  const input = useRef<HTMLInputElement>(null)
  useRestored(input, typed => setDay(typed[name] ?? ''))
  function pick(next: string) {
    setDay(next)
    // a value that was set does not tell its form that it changed
    queueMicrotask(() => input.current?.dispatchEvent(new Event('input', { bubbles: true })))
  }
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {props.days.map(({ day: offered, label }) => (
          <button
            key={offered}
            type="button"
            className={`btn btn-s${offered === day ? ' btn-outlined' : ''}`}
            aria-pressed={offered === day}
            onClick={() => pick(offered)}
          >
            {label}
          </button>
        ))}
      </div>
      <DateInput
        ref={input}
        value={day}
        min={props.min}
        className="justify-self-start"
        onChange={event => setDay(event.currentTarget.value)}
      />
    </div>
  )
}
