import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Checkbox, DateInput, Select, TextInput } from '@/components/inputs'
import type { Account } from '@/db/read/user'
import { roles } from '@/domain/user/user'
import { NameFields } from '../name-fields'

/** What an account is asked for; `account` when it is changed. */
export async function UserFields({ account }: { account?: Account }) {
  const [t, role, say, { ref, desk }] = await Promise.all([
    getTranslations('setting.user'),
    getTranslations('frame.role'),
    getTranslations('common.say'),
    naming(),
  ])
  const required = say('required')
  const desks = ref.desks.filter(one => one.active || account?.deskIds.includes(one.id))
  const boxes = (name: 'deskIds' | 'headOf') =>
    desks.map(({ id }) => (
      <Checkbox
        key={id}
        name={`${name}[]`}
        value={id}
        label={desk(id).name}
        defaultChecked={account?.[name].includes(id)}
      />
    ))
  return (
    <>
      <div className="form-pair">
        <Field name="name" label={t('name')} required={required}>
          <TextInput defaultValue={account?.name} maxLength={200} />
        </Field>
        <Field name="login" label={t('login')} required={required} hint={t('login_hint')}>
          <TextInput defaultValue={account?.login} maxLength={40} autoCapitalize="none" spellCheck={false} />
        </Field>
      </div>
      <NameFields names={account?.names} />
      <div className="form-pair">
        <Field name="role" label={t('role')}>
          <Select
            defaultValue={account?.role ?? 'officer'}
            options={roles.map(value => ({ value, label: role(value) }))}
          />
        </Field>
        <Field name="hiredOn" label={t('hired_on')} optional={say('optional')}>
          <DateInput defaultValue={account?.hiredOn ?? undefined} />
        </Field>
      </div>
      <Field name="email" label={t('email')} hint={t('email_hint')} optional={say('optional')}>
        <TextInput
          type="email"
          inputMode="email"
          defaultValue={account?.email ?? undefined}
          maxLength={254}
        />
      </Field>
      <div className="form-pair">
        <Field name="deskIds" label={t('desks')} group hint={t('desks_hint')}>
          {boxes('deskIds')}
        </Field>
        <Field name="headOf" label={t('head_of')} group hint={t('head_of_hint')}>
          {boxes('headOf')}
        </Field>
      </div>
    </>
  )
}
