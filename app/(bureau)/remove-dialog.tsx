'use client'
import { Dialog } from '@/components/dialog'
import { Form, type FormAction, type FormWords, Submit } from '@/components/form'
import { Icon } from '@/components/icon'

/** Takes a record out of the lists, with undo in the toast; a refusal is said where it was asked. */
export function RemoveDialog(props: {
  number: string
  name: string
  remove: FormAction
  restore: (input: { number: string }) => Promise<unknown>
  words: { title: string; close: string; undo: string; deleted: string; form: FormWords }
}) {
  const { number, name, remove, restore, words } = props
  return (
    <Dialog
      square
      opener={<Icon name="trash-2" />}
      openerLabel={words.title}
      title={words.title}
      close={words.close}
    >
      <Form
        action={remove}
        words={words.form}
        hidden={{ number }}
        says={{ text: words.deleted, undo: { label: words.undo, action: () => restore({ number }) } }}
      >
        <p className="mb-3">
          {number} {name}
        </p>
        <div className="form-foot">
          <Submit look="danger">{words.title}</Submit>
        </div>
      </Form>
    </Dialog>
  )
}
