import type { TransactionSql } from 'postgres'
import { asOwner } from '@/db/door/owner'
import { hashPassword } from '@/db/door/password'
import { checkCode, isEmpty } from '@/db/door/set-up-code'
import { firstDesks } from '@/domain/desk/desk'
import { firstRoutes } from '@/domain/desk/first-routes'
import { firstIndustries } from '@/domain/industry/industry'
import { done, invalidField, type Outcome, refused } from '@/domain/outcome'
import { firstTemplates } from '@/domain/procedure/first-templates'
import { namesOf } from '@/domain/user/names-input'
import type { SetUpInput } from '@/domain/zone/set-up'

/**
 * Sets up an empty office: zone, desks, their routes, key industries, the first administrator, all or nothing. Refused
 * once there is a zone; of two at once one wins.
 */
export async function setUp(input: SetUpInput): Promise<Outcome<{ id: number }>> {
  return asOwner(async sql => {
    if (!(await isEmpty(sql))) return refused('account.set_up.already_done')
    const code = await checkCode(sql, input.code)
    if (code !== 'right') return invalidField('code', `account.set_up.code_${code}`)
    const passwordHash = await hashPassword(input.password)
    return sql.begin(async tx => {
      await tx`lock table zones, users in exclusive mode`
      const [taken] = await tx`select where exists (select from zones) or exists (select from users)`
      if (taken) return refused('account.set_up.already_done')
      const { name, timezone, login, person } = input
      await tx`insert into zones (name, names, timezone) values (${name}, ${tx.json(namesOf(input))}, ${timezone})`
      const [admin] = await tx<{ id: string }[]>`
        insert into users (login, name, role, password_hash) values (${login}, ${person}, 'admin', ${passwordHash}) returning id`
      const id = Number(admin?.id)
      await firstSettings(tx, input)
      await firstProcedures(tx)
      await tx`delete from migration.set_up_code`
      await tx`select set_config('app.user', ${String(id)}, true), set_config('app.verb', 'zone.set_up', true)`
      await tx`select record('zone', 1, ${tx.json({ name, timezone, login })})`
      return done({ id })
    }) as Promise<Outcome<{ id: number }>>
  })
}

async function firstSettings(tx: TransactionSql, input: SetUpInput) {
  const ids = new Map<string, string>()
  for (const [position, { key, name, names }] of firstDesks.entries()) {
    // a desk that is called otherwise here has no names of ours in other languages
    const called = input[`desk_${key}`]
    const [desk] = await tx<{ id: string }[]>`
      insert into desks (key, name, names, position, colour)
      values (${key}, ${called}, ${tx.json(called === name ? names : {})}, ${position}, ${position}) returning id`
    ids.set(key, desk?.id ?? '')
  }
  for (const [position, { places, desk }] of firstRoutes.entries())
    await tx`insert into desk_routes (position, countries, desk_id) values (${position}, ${[...places]}, ${ids.get(desk) ?? null})`
  for (const [position, { name, names, section }] of firstIndustries.entries())
    await tx`insert into industries (name, names, section, position) values (${name}, ${tx.json(names)}, ${section}, ${position})`
}

async function firstProcedures(tx: TransactionSql) {
  const ids = new Map<string, number>()
  for (const [position, { key, name, names, agency, mandatory, days, after }] of firstTemplates.entries()) {
    const afterIds = after.map(one => ids.get(one) ?? 0)
    const [made] = await tx<{ id: string }[]>`
      insert into procedure_templates (name, names, agency, mandatory, days, after_ids, position)
      values (${name}, ${tx.json(names)}, ${agency}, ${mandatory}, ${days}, ${afterIds}, ${position}) returning id`
    ids.set(key, Number(made?.id))
  }
}
