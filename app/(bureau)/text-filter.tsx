import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import type { Carried } from '@/components/filter-chips'
import { Icon } from '@/components/icon'
import { TextInput } from '@/components/inputs'

/** The words that a list is searched by, open to type in; a GET form, so what is found is an address. */
export function TextFilter(props: { action: string; label: string; value: string | null; carry: Carried }) {
  const t = useTranslations('common.act')
  return (
    <Form
      prefetch={false}
      action={props.action}
      role="search"
      aria-label={props.label}
      className="flex items-center gap-1"
      scroll={false}
    >
      {props.carry.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        key={props.value}
        small
        type="search"
        name="q"
        maxLength={100}
        enterKeyHint="search"
        className="field-sizing-content min-w-40 max-w-64"
        aria-label={props.label}
        placeholder={props.label}
        defaultValue={props.value ?? ''}
      />
      <Button type="submit" small square look="quiet" aria-label={t('search')}>
        <Icon name="search" small />
      </Button>
    </Form>
  )
}
