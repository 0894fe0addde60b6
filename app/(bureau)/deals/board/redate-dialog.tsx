'use client'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { DateInput } from '@/components/inputs'
import { redateDealAction } from '../actions'
import type { DrawnCard } from './board-state'
import type { BoardWords } from './board-words'

/** The move took effect on another day than today. */
export function RedateDialog(props: {
  card: DrawnCard
  today: string
  words: BoardWords
  onClose: () => void
}) {
  const { card, today, words } = props
  return (
    <Dialog title={words.otherDate} close={words.close} openNow onClose={props.onClose}>
      <Form
        action={redateDealAction}
        words={words.form}
        hidden={{ number: card.number }}
        says={{ text: words.saved }}
        className="grid gap-3.5"
      >
        <p>{card.name}</p>
        <Field name="effectiveOn" label={words.effectiveOn} hint={words.effectiveHint}>
          <DateInput defaultValue={today} max={today} />
        </Field>
        <div className="form-foot">
          <Submit>{words.save}</Submit>
        </div>
      </Form>
    </Dialog>
  )
}
