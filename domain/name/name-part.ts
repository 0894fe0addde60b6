import { fold } from '@/domain/name/fold'

/** Where a company says that it is: it tells a branch or a namesake apart, and is no part of the brand. One place a line. */
const places = `
中国 中华 全国 china prc chinese 중국 チャイナ
日本 japan nippon nihon ジャパン 일본
韩国 korea korean コリア 한국 코리아 韩
香港 hongkong 홍콩
澳门 macau macao
台湾 taiwan 대만
德国 deutschland germany deutsche
美国 usa america american アメリカ
欧洲 europe european ヨーロッパ 유럽
亚太 亚洲 asia pacific apac アジア 아시아
环球 全球 国际 国際 global worldwide international world インターナショナル グローバル 인터내셔널 글로벌
北京 beijing|天津 tianjin|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海 shanghai|江苏 jiangsu|浙江 zhejiang|安徽|福建|江西|山东 shandong
河南|湖北|湖南|广东 guangdong|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆
青岛 qingdao|烟台 yantai|威海 weihai|济南 jinan|潍坊 weifang|日照|临沂|淄博|济宁|东营|大连 dalian|沈阳|长春|哈尔滨|石家庄|唐山
南京 nanjing|苏州 suzhou|无锡 wuxi|常州|南通|徐州|昆山|杭州 hangzhou|宁波 ningbo|温州|嘉兴|绍兴|合肥|福州|厦门 xiamen|泉州|南昌
郑州|武汉 wuhan|长沙|广州 guangzhou|深圳 shenzhen|东莞 dongguan|佛山|珠海|中山|惠州|成都 chengdu|西安 xian|昆明|贵阳|太原
东京 tokyo 도쿄|大阪 osaka 오사카|名古屋 nagoya|京都 kyoto|福冈 fukuoka|横滨 yokohama|서울 seoul 首尔|부산 busan 釜山|인천 incheon 仁川`

/** What any company may say of itself: it goes, and tells nothing apart. */
const common = `
投资 控股 资本 holdings holding investment investments ホールディングス 홀딩스 투자
实业 产业 工业 制造 制作所 制造所 工场 industries industry industrial manufacturing works 산업 공업 제조 인더스트리 the and of`

/** What it makes or does. One trade a line: the same one in five languages, so that two scripts can be compared. */
const trades = `
电子 电器 电气 电机 家电 electronics electronic electric electrical エレクトロニクス 电工 전자 전기
科技 技术 高科 technology technologies tech テクノロジー テクノ テック 테크 테크놀로지 기술
食品 饮料 粮油 foods food フーズ フード 식품 푸드
机械 机器 机床 精机 精密 重工 重机 重工业 装备 设备 machinery machine machines マシナリー 기계 중공업 정밀
化学 化工 chemical chemicals chemie ケミカル 화학 케미칼
汽车 汽配 车辆 自动车 motor motors automotive auto automobile モーター 자동차 모터스
钢铁 金属 不锈钢 steel metal metals スチール 철강 제철 스틸
物流 运输 仓储 航运 海运 logistics shipping transport ロジスティクス 물류 해운
医药 制药 药业 生物 医疗 pharma pharmaceutical pharmaceuticals medical bio biotech ファーマ 제약 바이오 의료
建设 建筑 工程 置业 地产 房地产 construction engineering estate 건설
贸易 商贸 进出口 商事 物产 trading trade import export 무역 상사 물산
能源 电力 新能源 energy power エナジー 에너지
材料 新材料 materials material マテリアル 소재
服务 服饰 纺织 服装 textile garment apparel 섬유
软件 信息 网络 数据 系统 software systems system information solutions solution data システム ソリューション 시스템 소프트웨어`

type Words = ReadonlyMap<string, number>
let once: { plain: Words; trades: Words } | undefined

const read = (text: string, split: RegExp): Words =>
  new Map(
    text
      .trim()
      .split(split)
      .flatMap((line, at) => line.split(' ').map(word => [fold(word.trim()), at] as [string, number])),
  )

const words = () => {
  once ??= { plain: new Map([...read(places, /\n|\|/), ...read(common, /\n/)]), trades: read(trades, /\n/) }
  return once
}

/** The brand of a name, in words, and which trades it says beside it. */
export type NameParts = { brand: string[]; trades: Set<number> }

/** Takes a folded name without legal forms apart. A name of nothing but such words is its own brand. */
export function nameParts(bare: string): NameParts {
  const parts: NameParts = { brand: [], trades: new Set() }
  for (const word of bare.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)) {
    const left = /^[\p{Script=Latin}\p{N}]+$/u.test(word) ? wholeWord(word, parts) : cutEnds(word, parts)
    if (left) parts.brand.push(left)
  }
  return parts
}

function wholeWord(word: string, parts: NameParts): string {
  return note(word, parts) ? '' : word
}

/** Place words stand at the beginning, trade words at the end, in every script that writes without spaces. */
function cutEnds(word: string, parts: NameParts): string {
  let left = word
  for (let cut = true; cut && left; ) {
    cut = false
    for (let size = Math.min(6, left.length); size >= 2 && !cut; size -= 1) {
      const end = left.slice(-size)
      const start = left.slice(0, size)
      if (words().trades.has(end) || (words().plain.has(end) && left.length > size)) {
        note(end, parts)
        left = left.slice(0, -size)
        cut = true
      } else if (words().plain.has(start)) {
        note(start, parts)
        left = left.slice(size).replace(/^[省市县区]/, '')
        cut = true
      }
    }
  }
  return left
}

function note(word: string, parts: NameParts): boolean {
  const trade = words().trades.get(word)
  if (trade !== undefined) parts.trades.add(trade)
  return trade !== undefined || words().plain.has(word)
}
