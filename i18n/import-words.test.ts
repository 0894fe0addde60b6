import { describe, expect, it } from 'vitest'
import { companyColumns } from '@/domain/company/column'
import { contactColumns } from '@/domain/contact/column'
import { dealColumns } from '@/domain/deal/column'
import { matchHead } from '@/domain/import/head'
import { type ImportNoun, importNouns, nounFields } from '@/domain/import/noun'
import { readWord, wordsOffered } from '@/domain/import/read-word'
import { type ClosedWord, closedWords, spellings } from '@/domain/import/words/closed'
import { leadColumns } from '@/domain/lead/column'
import { locales } from '@/domain/user/user'
import { type Messages, nouns } from './nouns'

const read = async (locale: string, file: string) =>
  (await import(`./messages/${locale}/${file}.json`)).default as Record<string, Record<string, unknown>>

/** Which words of the messages head the columns of each noun's export, and which field they are. */
const heads: Record<ImportNoun, { file: keyof Messages; at: string; as: Record<string, string> }[]> = {
  deal: [
    {
      file: 'deal',
      at: 'field',
      as: {
        number: 'number',
        name: 'name',
        company: 'company',
        companyName: 'company',
        contact: 'contact',
        partner: 'partner',
        target: 'target',
        country: 'country',
        province: 'province',
        industry: 'industryId',
        high_tech: 'highTech',
        form: 'form',
        content: 'content',
        source: 'source',
        event: 'eventId',
        total: 'total',
        total_cny: 'total',
        foreign: 'foreign',
        foreign_cny: 'foreign',
        statedOn: 'statedOn',
        entryDocumentKind: 'entryDocumentKind',
        entryDocumentOn: 'entryDocumentOn',
        entryDocumentReference: 'entryDocumentReference',
        intent_on: 'intentOn',
        intentReference: 'intentReference',
        agreement_on: 'agreementOn',
        agreementReference: 'agreementReference',
        approvalAuthority: 'approvalAuthority',
        approvalNumber: 'approvalNumber',
        approval_on: 'approvalOn',
        approvalExpectedOn: 'approvalExpectedOn',
        approval_expected_on: 'approvalExpectedOn',
        landM2: 'landM2',
        land: 'landM2',
        jobs: 'jobs',
        output: 'output',
        tax: 'tax',
        note: 'note',
        stage: 'stage',
        stage_since: 'stageSince',
        days_in_stage: 'days',
        status: 'status',
        desk: 'deskId',
        officer: 'officerId',
        members: 'members',
        leader: 'leader',
        issues: 'issues',
        next_step: 'nextStep',
        nextStepOn: 'nextStepOn',
        created: 'createdOn',
        updated: 'updated',
        reasonCode: 'reasonCode',
        reason: 'reason',
        reviewOn: 'reviewOn',
        lostTo: 'lostTo',
        negotiationOn: 'negotiationOn',
        entryProceduresOn: 'entryProceduresOn',
        statusOn: 'statusOn',
        tags: 'tags',
        clock: 'clock',
      },
    },
  ],
  lead: [
    {
      file: 'lead',
      at: 'field',
      as: {
        number: 'number',
        name: 'name',
        contact: 'contactName',
        reachAt: 'reachAt',
        country: 'country',
        province: 'province',
        desk: 'deskId',
        stage: 'stage',
        clock: 'clock',
        clock_due: 'clockDue',
        source: 'source',
        sourceOnly: 'source',
        event: 'eventId',
        next_step: 'nextStep',
        next_step_on: 'nextStepOn',
        officer: 'officerId',
        members: 'members',
        industry: 'industryId',
        need: 'need',
        intended: 'intended',
        intended_cny: 'intended',
        introduced_by: 'introducedBy',
        landAsked: 'landAsked',
        note: 'note',
        stage_since: 'stageSince',
        created: 'createdOn',
        updated: 'updated',
        tags: 'tags',
        tell: 'tell',
      },
    },
  ],
  company: [
    {
      file: 'company',
      at: 'column',
      as: {
        number: 'number',
        name: 'name',
        country: 'country',
        kind: 'kind',
        industry: 'industryId',
        in_zone: 'inZone',
        contacts: 'contacts',
        leads: 'leads',
        deals: 'deals',
        updated: 'updated',
        segment: 'segment',
        origin: 'origin',
        credit_code: 'creditCode',
        parent: 'parentId',
        website: 'website',
        created: 'createdOn',
        tags: 'tags',
      },
    },
    {
      file: 'company',
      at: 'field',
      as: {
        name: 'name',
        nameLocale: 'nameLocale',
        province: 'province',
        kind: 'kind',
        segment: 'segment',
        creditCode: 'creditCode',
        parentId: 'parentId',
        inZone: 'inZone',
        note: 'note',
      },
    },
  ],
  contact: [
    {
      file: 'contact',
      at: 'column',
      as: {
        number: 'number',
        name: 'name',
        company: 'company',
        title: 'title',
        phones: 'phones',
        email: 'email',
        wechat: 'wechat',
        language: 'language',
        consent: 'consent',
        updated: 'updated',
        name_zh_hans: 'names.zh-Hans',
        name_zh_hant: 'names.zh-Hant',
        name_en: 'names.en',
        name_ja: 'names.ja',
        name_ko: 'names.ko',
        note: 'note',
        created: 'createdOn',
      },
    },
    {
      file: 'contact',
      at: 'field',
      as: {
        number: 'number',
        company: 'company',
        name: 'name',
        title: 'title',
        language: 'language',
        consent: 'consent',
        phones: 'phones',
        email: 'email',
        wechat: 'wechat',
        note: 'note',
      },
    },
  ],
}

/** The columns that each noun's export writes, and which words of the messages head them. */
const exported = {
  deal: ['field', dealColumns],
  lead: ['field', leadColumns],
  company: ['column', companyColumns],
  contact: ['column', contactColumns],
} as const satisfies Record<ImportNoun, readonly [at: string, columns: readonly string[]]>

/** Columns of one field: an amount in its own currency and in yuan. */
const twins = ['total_cny', 'foreign_cny', 'intended_cny']

/** Where the messages keep the words of each closed list. */
const lists: Record<ClosedWord, readonly [file: keyof Messages, at: string]> = {
  leadStage: ['lead', 'stage'],
  source: ['lead', 'source'],
  dealStage: ['deal', 'stage'],
  dealStatus: ['deal', 'status'],
  dealForm: ['deal', 'form'],
  entryDocumentKind: ['deal', 'entryDocumentKind'],
  endReason: ['deal', 'endReason'],
  companyKind: ['company', 'kind'],
  segment: ['company', 'segment'],
  origin: ['company', 'origin'],
  consent: ['contact', 'consent'],
}

describe.each(locales)('what our own files say in %s', locale => {
  it.each(importNouns)('heads the columns of a %s as they are read', async noun => {
    for (const { file, at, as } of heads[noun]) {
      expect(nouns).toContain(file)
      const words = (await read(locale, file))[at] as Record<string, string>
      for (const [key, field] of Object.entries(as)) {
        const head = words[key] ?? ''
        expect(matchHead([head], noun)?.field.key, `${file}.${at}.${key}: ${head}`).toBe(field)
      }
    }
  })

  it.each(importNouns)('heads every column of the export of a %s as a field of its own', async noun => {
    const [at, columns] = exported[noun]
    const words = (await read(locale, noun))[at] as Record<string, string>
    const taken = new Map<string, string>()
    for (const column of columns) {
      const match = matchHead([words[column] ?? ''], noun)
      expect(['label', 'alias'], `${column}: ${words[column]}`).toContain(match?.how)
      const key = match?.field.key ?? ''
      if (twins.includes(column)) continue
      expect(taken.get(key), `${column} is read as another`).toBeUndefined()
      taken.set(key, column)
    }
  })

  it.each(Object.keys(lists) as ClosedWord[])('says the words of %s as they are read', async list => {
    const [file, at] = lists[list]
    const words = (await read(locale, file))[at] as Record<string, string>
    const codes: readonly string[] = closedWords[list]
    for (const code of codes) expect(readWord(list, words[code] ?? ''), `${list}: ${words[code]}`).toBe(code)
    expect(wordsOffered(list, locale)).toEqual(codes.map(code => words[code]))
  })

  it.each(importNouns)('names the fields of a %s each in its own words', noun => {
    const { fields } = nounFields[noun]
    for (const field of fields) {
      const label = field.labels[locale]
      expect(label, field.key).not.toBe('')
      expect(matchHead([label], noun)?.field.key, `${field.key}: ${label}`).toBe(field.key)
    }
  })
})

it.each([
  ['预计批准日期', 'approvalExpectedOn'],
  ['预计审批时间', 'approvalExpectedOn'],
  ['项目预计审批时间', 'approvalExpectedOn'],
  ['批准日期', 'approvalOn'],
  ['审批时间', 'approvalOn'],
  ['Expected approval date', 'approvalExpectedOn'],
  ['예상 승인일', 'approvalExpectedOn'],
  ['責任領導', 'leader'],
  ['市级包挂领导', 'leader'],
  ['牵头领导', 'leader'],
  ['Project leader', 'officerId'],
  ['责任人', 'officerId'],
  ['责任单位', 'deskId'],
])('knows %s in a ledger of deals', (head, field) => {
  expect(matchHead([head], 'deal')?.field.key).toBe(field)
})

it('takes no word for two things', () => {
  const taken: string[] = []
  for (const noun of importNouns)
    for (const { key, aliases } of nounFields[noun].fields)
      for (const alias of aliases) {
        const read = matchHead([alias], noun)?.field.key
        if (read !== key) taken.push(`${noun}.${key}: ${alias} means ${read}`)
      }
  expect(taken).toEqual([])
  for (const [list, words] of Object.entries(spellings))
    for (const [code, spelling] of Object.entries(words))
      for (const word of spelling.split('|')) {
        const read = readWord(list as ClosedWord, word)
        if (read !== code) taken.push(`${list}.${code}: ${word} means ${read}`)
      }
  expect(taken).toEqual([])
})
