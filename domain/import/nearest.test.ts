import { describe, expect, it } from 'vitest'
import { nearestOf } from './nearest'

const desks = nearestOf([
  ['内资部', '內資部', 'Domestic desk', '国内部', '국내부'],
  ['日韩部', '日韓部', 'Japan and Korea desk', '日韓部', '일한부'],
  ['欧美部', '歐美部', 'Europe and Americas desk', '欧米部', '구미부'],
  ['综合部', '綜合部', 'General desk', '総合部', '종합부'],
])
const industries = nearestOf([
  ['装备制造'],
  ['电子信息'],
  ['新材料'],
  ['海洋食品'],
  ['医药与医疗器械'],
  ['高端装备'],
])

describe('what a name may have meant', () => {
  it.each([
    ['日韩处', ['日韩部']],
    ['招商局日韩部', ['日韩部']],
    ['日韓課', ['日韩部']],
    ['Japan & Korea', ['Japan and Korea desk']],
    ['japan korea', ['Japan and Korea desk']],
    ['국내과', ['국내부']],
    ['财政局', []],
    ['—', []],
    ['', []],
  ])('of desks, %s', (text, names) => {
    expect(desks(text)).toEqual(names)
  })

  it.each([
    ['装备', ['高端装备', '装备制造']],
    ['装配制造业', ['装备制造']],
    ['医疗器械', ['医药与医疗器械']],
    ['电子信息产业', ['电子信息']],
    ['纺织', []],
  ])('of industries, %s', (text, names) => {
    expect([...industries(text)].sort()).toEqual([...names].sort())
  })
})

it('offers three at most, the nearest first, and a name once', () => {
  const near = nearestOf([['王芳芳'], ['王小芳'], ['王芳'], ['王芳'], ['王大芳'], ['李强']])
  expect(near('王方芳')).toEqual(['王芳', '王芳芳', '王小芳'])
  expect(near('王芳')).toEqual(['王芳', '王芳芳', '王小芳'])
})

it('says no more once a column has hundreds of names that are not on file, but what it said it says again', () => {
  const near = nearestOf([['威海国际渔具博览会']])
  const said = Array.from({ length: 20_000 }, (_, row) => near(`威海渔具博览会 ${row}`))
  expect(said.filter(names => names.length > 0)).toHaveLength(200)
  expect(near('威海渔具博览会 7')).toEqual(['威海国际渔具博览会'])
  expect(near('威海渔具博览会')).toEqual([])
})
