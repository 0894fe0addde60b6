'use client'
import { useState, useTransition } from 'react'
import { Button } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { toast } from '@/components/toast'

export type DetailsShown = { phones: string[]; email: string | null; wechat: string | null }
export type DetailsWords = {
  masked: string
  none: string
  reveal: string
  /** With the person's name, for who hears the button alone. */
  revealOf: string
  logged: string
  failed: string
  phones: string
  email: string
  wechat: string
}
type Reveal = (input: { number: string }) => Promise<{ kind: string; value?: unknown }>

/** Phones, e-mail and WeChat: shown, or behind a button whose use is logged. Without `reveal` they stay masked. */
export function ContactDetailsLines(props: {
  number: string
  details: DetailsShown | null
  reveal?: Reveal
  words: DetailsWords
}) {
  const { number, reveal, words } = props
  const [revealed, setRevealed] = useState<DetailsShown | null>(null)
  const [pending, start] = useTransition()
  const details = props.details ?? revealed
  if (details) return <Lines details={details} words={words} />
  const ask = () =>
    start(async () => {
      const answer = await reveal?.({ number }).catch(() => null)
      if (answer?.kind === 'done') setRevealed(answer.value as DetailsShown)
      else toast({ text: words.failed, tone: 'refused' })
    })
  return (
    <p className="flex flex-wrap items-center gap-2 text-ink-2">
      <span className="inline-flex items-center gap-1">
        <Icon name="eye-off" small />
        {words.masked}
      </span>
      {reveal ? (
        <Button
          small
          look="outlined"
          pending={pending}
          onClick={ask}
          aria-label={words.revealOf}
          title={words.logged}
        >
          {words.reveal}
        </Button>
      ) : null}
    </p>
  )
}

function Lines({ details, words }: { details: DetailsShown; words: DetailsWords }) {
  const { phones, email, wechat } = details
  if (phones.length === 0 && !email && !wechat) return <p className="text-ink-3">{words.none}</p>
  return (
    <ul className="grid gap-1">
      {phones.map(phone => (
        <Line key={phone} icon="phone" label={words.phones}>
          <a className="link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        </Line>
      ))}
      {email ? (
        <Line icon="mail" label={words.email}>
          <a className="link" href={`mailto:${email}`}>
            {email}
          </a>
        </Line>
      ) : null}
      {wechat ? (
        <Line icon="message-square" label={words.wechat}>
          {wechat}
        </Line>
      ) : null}
    </ul>
  )
}

function Line({ icon, label, children }: { icon: IconName; label: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-2 wrap-anywhere">
      <Icon name={icon} small label={label} />
      {children}
    </li>
  )
}
