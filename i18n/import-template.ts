import type { ImportNoun } from '@/domain/import/noun'
import type { TemplateWords } from '@/domain/import/template-choice'
import { type Locale, locales } from '@/domain/user/user'
import { localeNames } from './locale'
import { messagesIn } from './words'

/** What a template of that noun says in a language. */
export async function templateWords(noun: ImportNoun, locale: Locale): Promise<TemplateWords> {
  const { sheet, common, lead, deal, company } = await messagesIn(locale)
  const { template } = sheet
  const { examples } = template
  const titles = {
    lead: lead.title,
    deal: deal.title,
    company: company.title,
    contact: company.column.contacts,
  }
  return {
    title: titles[noun],
    notes: template.notes,
    heads: { column: template.column, required: template.required, hint: template.hint },
    about: [template.about1, template.about2],
    yes: common.say.yes,
    no: common.say.no,
    hints: template.hints,
    examples: {
      company: examples.company,
      content: examples.content,
      need: examples.need,
      nextStep: examples.nextStep,
      name: noun === 'contact' ? examples.person : noun === 'deal' ? examples.name : examples.company,
      contact: examples.person,
      contactName: examples.person,
      phones: '0631-5231234',
      reach: '0631-5231234',
      email: 'info@example.cn',
      website: 'www.example.cn',
      creditCode: '91371000MA3TE00006',
    },
    languages: locales.map(one => localeNames[one]),
  }
}
