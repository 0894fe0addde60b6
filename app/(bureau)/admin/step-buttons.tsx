import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'

/** One place up, one place down. Each is a form of its own, so that it works before and without JavaScript. */
export async function StepButtons(props: {
  id: number
  name: string
  first: boolean
  last: boolean
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('setting.order')
  const step = (by: 'up' | 'down', disabled: boolean) => (
    <form action={props.action}>
      <input type="hidden" name="id" value={props.id} />
      <Button
        type="submit"
        look="quiet"
        small
        square
        name="by"
        value={by}
        disabled={disabled}
        aria-label={t(by, { name: props.name })}
      >
        <Icon name={by === 'up' ? 'arrow-up' : 'arrow-down'} small />
      </Button>
    </form>
  )
  return (
    <span className="inline-flex gap-1">
      {step('up', props.first)}
      {step('down', props.last)}
    </span>
  )
}
