import type { Consent } from '@/domain/contact/contact'
import type { Locale, Names } from '@/domain/user/user'
import { chinese, japanese, korean, traditional, western } from './person-words'
import type { Random } from './random'

export type PersonSpec = {
  name: string
  names: Names
  title: string
  language: Locale
  consent: Consent
  phones: string[]
  email: string | null
  wechat: string | null
}

/** As a Chinese office speaks of somebody from there; nobody in particular without a card. */
export function calledBy(person: PersonSpec | undefined): string {
  if (!person) return '对方'
  const parts = person.name.split(' ')
  if (person.language === 'ja') return `${parts[0]}部长`
  if (person.language === 'ko') return `${person.name}部长`
  return person.language === 'en' ? ` ${parts.at(-1)} 经理` : person.name
}

const titles = {
  zh: '总经理、副总经理、董事长助理、投资部经理、项目经理、厂长、市场总监、财务总监、技术总监'.split('、'),
  hant: '總經理、副總經理、董事長特助、投資處處長、專案經理'.split('、'),
  ja: '代表取締役社長、取締役、海外事業部長、経営企画室長、生産技術課長'.split('、'),
  ko: '대표이사、이사、해외사업부장、기획팀장、생산기술팀장'.split('、'),
  en: 'Managing Director、VP Operations、Head of Asia、Business Development Manager、Plant Manager'.split(
    '、',
  ),
}

/** People who do not exist, with numbers that nobody answers and addresses under `.example`. */
export function personMaker(random: Random) {
  const digits = (count: number) => Array.from({ length: count }, () => random.int(0, 9)).join('')
  const both = (list: { surnames: readonly string[]; given: readonly string[] }) => [
    random.pick(list.surnames).split('|'),
    random.pick(list.given).split('|'),
  ]
  return (country: string, host: string): PersonSpec => {
    const rest = { consent: random.pick(['given', 'given', 'unknown', 'unknown', 'refused'] as const) }
    const mail = (box: string) =>
      random.chance(0.7) ? `${box.toLowerCase().replace(/[^a-z.]/g, '')}@${host}` : null
    if (country === 'CN') {
      const [[surname], [given]] = both(chinese) as [[string], [string]]
      return {
        ...rest,
        name: surname + given,
        names: {},
        title: random.pick(titles.zh),
        language: 'zh-Hans',
        phones: [`1${random.pick(['99', '98', '66'])} 0000 ${digits(4)}`],
        email: mail(`contact.${digits(1).replace(/\d/, d => 'abcdefghij'[Number(d)] ?? 'a')}`),
        wechat: random.chance(0.6) ? `wx_demo_${digits(6)}` : null,
      }
    }
    if (country === 'HK' || country === 'TW' || country === 'MO') {
      const [[surname], [given]] = both(traditional) as [[string], [string]]
      const prefix = { HK: '+852 0000', TW: '+886 2 0000', MO: '+853 0000' }[country]
      return {
        ...rest,
        name: surname + given,
        names: {},
        title: random.pick(titles.hant),
        language: 'zh-Hant',
        phones: [`${prefix} ${digits(4)}`],
        email: mail('office'),
        wechat: random.chance(0.4) ? `wx_demo_${digits(6)}` : null,
      }
    }
    if (country === 'JP' || country === 'KR') {
      const japan = country === 'JP'
      const [[surname, family], [given, first]] = both(japan ? japanese : korean) as [
        [string, string],
        [string, string],
      ]
      return {
        ...rest,
        name: japan ? `${surname} ${given}` : surname + given,
        names: { en: `${first} ${family}` },
        title: random.pick(japan ? titles.ja : titles.ko),
        language: japan ? 'ja' : 'ko',
        phones: [japan ? `+81 3-0000-${digits(4)}` : `+82 2-000-${digits(4)}`],
        email: mail(`${first}.${family}`),
        wechat: null,
      }
    }
    const [[surname], [given]] = both(
      western[country] ?? (western.US as { given: string[]; surnames: string[] }),
    ) as [[string], [string]]
    return {
      ...rest,
      name: `${given} ${surname}`,
      names: {},
      title: random.pick(titles.en),
      language: 'en',
      phones: [
        country === 'US' || country === 'CA' ? `+1 312 555 01${digits(2)}` : `+44 1632 960${digits(3)}`,
      ],
      email: mail(`${given}.${surname}`.normalize('NFD')),
      wechat: null,
    }
  }
}
