'use client'
import { type ReactNode, useRef, useState } from 'react'
import { useRestored } from './draft'
import { useField } from './field'
import { useTyped } from './form-typed'
import { Select, type SelectOption, TextInput } from './inputs'

/** How an amount was understood: `text` to show, `currency` when the text names one, or why it cannot be read. */
export type Reading = { text: string; note?: string; currency?: string } | { error: string }

/**
 * An amount and its currency. `read` (given by the product's own client leaf) says while one types how the text is
 * understood; a currency in the text switches the select, and the reading says so. Sends `name` as typed and
 * `currencyName`. `reject` offers "not an amount", which empties the field.
 */
export function MoneyInput(props: {
  name?: string
  currencyName: string
  currencies: readonly SelectOption[]
  currencyLabel: string
  defaultValue?: string
  defaultCurrency?: string
  placeholder?: string
  read: (text: string, currency: string) => Reading | null
  reject?: string
  children?: ReactNode
}) {
  const field = useField()
  const name = props.name ?? field?.name ?? 'amount'
  const [text, setText] = useState(useTyped(name) ?? props.defaultValue ?? '')
  const [currency, setCurrency] = useState(
    useTyped(props.currencyName) || (props.defaultCurrency ?? props.currencies[0]?.value ?? ''),
  )
  const input = useRef<HTMLInputElement>(null)
  useRestored(input, typed => {
    setText(typed[name] ?? '')
    if (typed[props.currencyName]) setCurrency(typed[props.currencyName] as string)
  })
  const reading = text.trim() ? props.read(text, currency) : null

  function change(next: string, composing: boolean) {
    setText(next)
    const read = composing ? null : props.read(next, currency)
    if (read && 'currency' in read && read.currency) setCurrency(read.currency)
  }
  return (
    <div>
      <div className="flex gap-2">
        <TextInput
          ref={input}
          name={name}
          inputMode="text"
          placeholder={props.placeholder}
          value={text}
          onChange={event => change(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
          onCompositionEnd={event => change(event.currentTarget.value, false)}
        />
        <Select
          id={undefined}
          name={props.currencyName}
          aria-label={props.currencyLabel}
          aria-invalid={undefined}
          aria-describedby={undefined}
          options={props.currencies}
          value={currency}
          onChange={event => setCurrency(event.target.value)}
          className="!w-auto shrink-0 max-w-[45%]"
        />
      </div>
      <div aria-live="polite">
        {reading && 'error' in reading ? <p className="field-error">{reading.error}</p> : null}
        {reading && 'text' in reading ? (
          <p className="echo">
            <b>{reading.text}</b>
            {reading.note ? <span>{reading.note}</span> : null}
            {props.reject ? (
              <button type="button" onClick={() => setText('')}>
                {props.reject}
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
      {props.children}
    </div>
  )
}
