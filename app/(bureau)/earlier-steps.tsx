import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Checkbox } from '@/components/inputs'
import { type Names, nameIn } from '@/domain/user/user'
import { naming } from './naming'

type Step = { id: number; name: string; names: Names }

/** Which of the other steps come before this one; nothing where there is no other. */
export async function EarlierSteps({
  others,
  chosen = [],
}: {
  others: readonly Step[]
  chosen?: readonly number[]
}) {
  if (others.length === 0) return null
  const [t, names] = await Promise.all([getTranslations('procedure'), naming()])
  return (
    <Field name="after" label={t('field.after')} hint={t('hint.after')} group>
      {others.map(other => (
        <Checkbox
          key={other.id}
          name="after[]"
          value={String(other.id)}
          label={nameIn(names.locale, other.name, other.names)}
          defaultChecked={chosen.includes(other.id)}
        />
      ))}
    </Field>
  )
}
