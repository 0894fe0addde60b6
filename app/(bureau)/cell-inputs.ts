import { getTranslations } from 'next-intl/server'
import type { CellInput } from '@/components/cell'
import type { BulkList } from '@/domain/bulk/bulk'
import { companyKinds, origins, segments } from '@/domain/company/company'
import { dealForms } from '@/domain/deal/deal'
import { currencies } from '@/domain/money/currency'
import { nameIn } from '@/domain/user/user'
import { officerOptions } from './case-people'
import { placeOptions } from './country-options'
import { naming } from './naming'

type Options = NonNullable<CellInput['options']>

/** How an input of a cell is asked, with the words of the noun's own form. */
export async function cellInput(
  list: BulkList,
  name: string,
  value: string,
  deskId?: number,
): Promise<CellInput> {
  const options = await optionsOf(list, name, value, deskId)
  const long = name === 'content' || name === 'need'
  const date = ['nextStepOn', 'intentOn', 'agreementOn', 'approvalExpectedOn'].includes(name)
  return {
    name,
    label: await labelOf(list, name),
    kind: options ? 'select' : date ? 'date' : long ? 'long' : 'text',
    value,
    ...(options && { options }),
  }
}

const fieldWord: Record<string, string> = { industryId: 'industry', highTech: 'high_tech', landM2: 'land' }

async function labelOf(list: BulkList, name: string): Promise<string> {
  const t = (await getTranslations()) as unknown as ((key: string) => string) & {
    has: (key: string) => boolean
  }
  const noun = { leads: 'lead', deals: 'deal', companies: 'company' }[list]
  const keys = [
    `${noun}.field.${name}`,
    `${noun}.field.${fieldWord[name]}`,
    `deal.field.${name}`,
    `activity.field.${name}`,
  ]
  const key = /Currency$/.test(name) ? 'money.currency' : keys.find(one => t.has(one))
  return key && t.has(key) ? t(key) : name
}

async function optionsOf(
  list: BulkList,
  name: string,
  value: string,
  deskId?: number,
): Promise<Options | null> {
  const [names, deal, company, common] = await Promise.all([
    naming(),
    getTranslations('deal'),
    getTranslations('company'),
    getTranslations('common'),
  ])
  const { ref, locale } = names
  const none = { value: '', label: common('say.notStated') }
  const words = <W extends string>(all: readonly W[], say: (word: W) => string): Options =>
    all.map(word => ({ value: word, label: say(word) }))
  switch (name) {
    case 'country':
      return (await placeOptions()).countries
    case 'industryId': {
      const offered = ref.industries.filter(one => one.active || String(one.id) === value)
      const options = offered.map(one => ({
        value: String(one.id),
        label: nameIn(locale, one.name, one.names),
      }))
      return list === 'deals' ? options : [none, ...options]
    }
    case 'officerId':
      return [
        ...(value ? [] : [{ value: '', label: common('say.none') }]),
        ...officerOptions(names, deskId ? [deskId] : [], []),
      ]
    case 'form':
      return [none, ...words(dealForms, form => deal(`form.${form}`))]
    case 'highTech':
      return [
        { value: '', label: deal('ask.unknown') },
        { value: 'yes', label: common('say.yes') },
        { value: 'no', label: common('say.no') },
      ]
    case 'kind':
      return [none, ...words(companyKinds, kind => company(`kind.${kind}`))]
    case 'segment':
      return [none, ...words(segments, one => company(`segment.${one}`))]
    case 'origin':
      return [none, ...words(origins, one => company(`origin.${one}`))]
    case 'inZone':
      return [
        { value: '', label: common('say.no') },
        { value: 'on', label: common('say.yes') },
      ]
    case 'intendedCurrency':
    case 'totalCurrency':
    case 'foreignCurrency':
      return words(currencies, currency => currency)
    default:
      return null
  }
}
