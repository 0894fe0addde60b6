import { addDays, type IsoDate } from '@/domain/calendar/date'
import type { Deal, Draft } from './file-draft'
import { type Block, pngOf } from './file-png'

/** A plan of the plot, a picture of it, and what was said there. */
export function siteOf(deal: Deal, index: number): Draft[] {
  const on = deal.entryDocumentOn as IsoDate
  const plot = { x: 20 + (index % 4) * 8, y: 22, w: 38, h: 42 }
  const plan: Block[] = [
    { x: 0, y: 74, w: 100, h: 9, colour: [176, 184, 192] },
    { x: 8, y: 0, w: 6, h: 100, colour: [176, 184, 192] },
    { ...plot, colour: [0, 80, 118] },
    { x: plot.x + 1, y: plot.y + 1.5, w: plot.w - 2, h: plot.h - 3, colour: [214, 230, 240] },
    { x: plot.x + 6, y: plot.y + 8, w: 16, h: 22, colour: [148, 193, 224] },
  ]
  const view: Block[] = [
    { x: 0, y: 55, w: 100, h: 45, colour: [150, 158, 120] },
    { x: 18 + (index % 3) * 10, y: 38, w: 46, h: 24, colour: [206, 210, 214] },
    { x: 24 + (index % 3) * 10, y: 46, w: 8, h: 16, colour: [120, 130, 140] },
    { x: 0, y: 84, w: 100, h: 8, colour: [96, 100, 104] },
  ]
  const said = `看地纪要\n\n项目：${deal.name}\n日期：${on}\n\n一、投资方查看了地块、道路和供电条件。\n二、投资方在两周内补充用地和用电需求。\n三、我方核对规划条件后答复。\n`
  return [
    {
      deal,
      kind: 'drawing',
      title: '地块示意图',
      ending: 'png',
      on,
      bytes: pngOf(480, 320, [236, 240, 232], plan),
    },
    {
      deal,
      kind: 'photo',
      title: '地块现场',
      ending: 'png',
      on: addDays(on, -3),
      bytes: pngOf(480, 320, [190, 214, 234], view),
    },
    {
      deal,
      kind: 'minutes',
      title: '看地纪要',
      ending: 'txt',
      on: addDays(on, -3),
      bytes: Buffer.from(said),
    },
  ]
}
