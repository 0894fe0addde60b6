import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { TextInput } from '@/components/inputs'

/** What is looked for, to be typed anew; within the same kind where one is shown. */
export function SearchForm({ query, noun }: { query: string; noun?: string }) {
  const label = useTranslations('search')('label')
  const act = useTranslations('common.act')
  return (
    <Form
      action="/search"
      prefetch={false}
      role="search"
      aria-label={label}
      className="mb-4 flex max-w-160 gap-2"
    >
      {noun ? <input type="hidden" name="of" value={noun} /> : null}
      <TextInput
        key={query}
        type="search"
        name="q"
        defaultValue={query}
        aria-label={label}
        placeholder={label}
        maxLength={400}
      />
      <Button type="submit">
        <Icon name="search" />
        {act('search')}
      </Button>
    </Form>
  )
}
