import type { Names } from '@/domain/user/user'

/** Sections A to T of GB/T 4754-2017. */
export const sections = [...'ABCDEFGHIJKLMNOPQRST'] as Section[]
export type Section =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F'
  | 'G'
  | 'H'
  | 'I'
  | 'J'
  | 'K'
  | 'L'
  | 'M'
  | 'N'
  | 'O'
  | 'P'
  | 'Q'
  | 'R'
  | 'S'
  | 'T'

type FirstIndustry = { name: string; names: Required<Omit<Names, 'zh-Hans'>>; section: Section }
const industry = (
  section: Section,
  name: string,
  hant: string,
  en: string,
  ja: string,
  ko: string,
): FirstIndustry => ({
  name,
  names: { 'zh-Hant': hant, en, ja, ko },
  section,
})

/** What a zone begins with; the admin makes the list its own. */
export const firstIndustries: readonly FirstIndustry[] = [
  industry('C', '高端装备制造', '高端裝備製造', 'Advanced equipment', '先端装置製造', '첨단 장비 제조'),
  industry('C', '汽车零部件', '汽車零組件', 'Automotive parts', '自動車部品', '자동차 부품'),
  industry('C', '电子信息', '電子資訊', 'Electronics and IT', '電子・情報機器', '전자·정보'),
  industry('C', '生物医药', '生物醫藥', 'Biopharmaceuticals', 'バイオ医薬', '바이오·의약'),
  industry('C', '新材料', '新材料', 'New materials', '新素材', '신소재'),
  industry('C', '新能源', '新能源', 'New energy', '新エネルギー', '신에너지'),
  industry('C', '食品加工', '食品加工', 'Food processing', '食品加工', '식품 가공'),
  industry('G', '现代物流', '現代物流', 'Logistics', '物流', '물류'),
  industry(
    'I',
    '软件和信息服务',
    '軟體與資訊服務',
    'Software and information services',
    'ソフトウェア・情報サービス',
    '소프트웨어·정보 서비스',
  ),
  industry(
    'M',
    '研发与科技服务',
    '研發與科技服務',
    'R&D and technical services',
    '研究開発・技術サービス',
    '연구개발·기술 서비스',
  ),
]
