import { Form, type FormAction, type FormWords, Submit } from '@/components/form'
import { Banner } from '@/components/page'

/** A record that is out of all lists, for those who may bring it back. */
export function DeletedBanner(props: {
  number: string
  says: string
  restore: FormAction
  words: { restore: string; restored: string; form: FormWords }
}) {
  const { number, says, restore, words } = props
  return (
    <Banner
      tone="amber"
      icon="trash-2"
      role="status"
      acts={
        <Form action={restore} words={words.form} hidden={{ number }} says={{ text: words.restored }}>
          <Submit look="outlined" small>
            {words.restore}
          </Submit>
        </Form>
      }
    >
      {says}
    </Banner>
  )
}
