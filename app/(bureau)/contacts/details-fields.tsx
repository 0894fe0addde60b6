'use client'
import { useState } from 'react'
import { Field } from '@/components/field'
import { TextArea, TextInput } from '@/components/inputs'
import { ContactDetailsLines, type DetailsShown, type DetailsWords } from '../contact-details'

type Reveal = (input: { number: string }) => Promise<{ kind: string; value?: unknown }>

/** Phones, e-mail and WeChat to type in. Masked ones appear once they are revealed; until then the form leaves them out. */
export function DetailsFields(props: {
  number?: string
  details: DetailsShown | null
  reveal?: Reveal
  optional: string
  hint: string
  stays: string
  words: DetailsWords
}) {
  const { number = '', reveal, words, optional } = props
  const [details, setDetails] = useState(props.details)
  if (!details) {
    const reading = reveal
      ? async (input: { number: string }) => {
          const answer = await reveal(input)
          if (answer.kind === 'done') setDetails(answer.value as DetailsShown)
          return answer
        }
      : undefined
    return (
      <div className="field">
        <ContactDetailsLines number={number} details={null} reveal={reading} words={words} />
        <p className="field-hint">{props.stays}</p>
      </div>
    )
  }
  return (
    <>
      <input type="hidden" name="details" value="on" />
      <Field name="phones" label={words.phones} optional={optional} hint={props.hint}>
        <TextArea rows={2} inputMode="tel" defaultValue={details.phones.join('\n')} />
      </Field>
      <div className="form-pair">
        <Field name="email" label={words.email} optional={optional}>
          <TextInput type="email" maxLength={254} defaultValue={details.email ?? ''} />
        </Field>
        <Field name="wechat" label={words.wechat} optional={optional}>
          <TextInput maxLength={60} defaultValue={details.wechat ?? ''} />
        </Field>
      </div>
    </>
  )
}
