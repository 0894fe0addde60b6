import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ButtonLook } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Form, type FormAction, Submit } from '@/components/form'
import { formWords } from '@/i18n/form-words'
import { ActDialog } from '../act-dialog'

/**
 * A verb that asks something first: its button, and the question over the page. `opener` else the title. With `back` it is
 * the question alone, which stands in the address; closed, the address is that one again.
 */
export async function VerbDialog(props: {
  title: string
  opener?: ReactNode
  look?: ButtonLook
  small?: boolean
  action: FormAction
  number: string
  hidden?: Record<string, string | number>
  said: string
  submit?: string
  danger?: boolean
  back?: string
  children: ReactNode
}) {
  const [common, words] = await Promise.all([getTranslations('common.act'), formWords()])
  const { title, number } = props
  const form = (
    <Form
      action={props.action}
      words={words}
      draft={`${number}:${title}`}
      hidden={{ number, ...props.hidden }}
      says={{ text: props.said }}
      className="grid gap-3"
      aria-label={title}
    >
      {props.children}
      <div className="form-foot">
        <Submit look={props.danger ? 'danger' : 'primary'}>{props.submit ?? title}</Submit>
      </div>
    </Form>
  )
  if (props.back)
    return (
      <ActDialog title={title} close={common('close')} back={props.back}>
        {form}
      </ActDialog>
    )
  return (
    <Dialog
      opener={props.opener ?? title}
      look={props.look}
      small={props.small}
      title={title}
      close={common('close')}
    >
      {form}
    </Dialog>
  )
}
