import type { IndustryKey } from './product-line'
import type { Random } from './random'

const templates: Record<IndustryKey, readonly string[]> = {
  machinery: [
    '新建联合厂房#平方米，购置加工中心、检测设备等#台（套），主要生产@，达产后年产#万件。',
    '建设@生产车间及研发检测中心，总建筑面积#平方米，分两期投产。',
    '租用标准厂房#平方米，引进自动化生产线#条，生产@并配套表面处理外协。',
  ],
  materials: [
    '建设@生产线#条及配套公用工程，建筑面积#平方米，年产#吨。',
    '新建@车间、原料库和成品库，购置设备#台（套），采用天然气加热，废气集中处理。',
    '利用园区集中供汽供气，建设@项目，年产#吨，一期先上#条线。',
  ],
  electronics: [
    '租用创业中心标准厂房#平方米，建设无尘车间，生产@，年产#万套。',
    '建设@贴装、组装和测试线#条，配套研发实验室，用工以技校订单培养为主。',
    '新建厂房#平方米，生产@，产品供应整车和家电企业，年产#万件。',
  ],
  food: [
    '建设符合规范的洁净车间#平方米，生产@，配套质检中心和冷库。',
    '新建@生产线#条，年产#吨，原料由周边县区基地供应。',
    '建设@研发及生产基地，建筑面积#平方米，分期取得生产许可后投产。',
  ],
  logistics: [
    '建设@及配套办公、停车场，占用仓储用地约#亩，分两期建设。',
    '新建高标准仓库#平方米，配置货架和信息系统，面向港口和周边制造企业。',
  ],
}

/** What will be built, in the words of an application. `@` is the product; each `#` a number. */
export function contentOf(random: Random, what: string, industry: IndustryKey): string {
  const product = what.replace(/(生产线|生产|制造|产业园|[二三]期|扩能)+$/, '')
  return random
    .pick(templates[industry])
    .replace('@', product)
    .replace(/#(?=平方米)/g, () => String(random.int(8, 62) * 500))
    .replace(/#(?=台)/g, () => String(random.int(24, 180)))
    .replace(/#(?=条)/g, () => String(random.int(2, 6)))
    .replace(/#(?=吨)/g, () => String(random.int(4, 60) * 500))
    .replace(/#(?=亩)/g, () => String(random.int(4, 18) * 10))
    .replace(/#/g, () => String(random.int(3, 90) * 10))
}
