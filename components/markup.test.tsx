import { expect, test } from 'vitest'
import { Icon } from './icon'
import { drawn, markup } from './markup'

test('elements, lists, fragments and plain components are drawn as HTML', () => {
  const Two = ({ text }: { text: string }) => (
    <span className="two" title={text}>
      {text}
    </span>
  )
  expect(
    markup([
      <td key="1" className="n" colSpan={2}>
        <Two text="苏州华瑞" /> {12} {3n}
        {null}
        {false}
      </td>,
      <time key="2" dateTime="2026-03-05">
        <>3月5日</>
      </time>,
    ]),
  ).toBe(
    '<td class="n" colspan="2"><span class="two" title="苏州华瑞">苏州华瑞</span> 12 3</td><time datetime="2026-03-05">3月5日</time>',
  )
})

test('inputs of a form keep what is chosen; a false mark is left out', () => {
  expect(markup(<input type="checkbox" name="desk" value="general" defaultChecked disabled={false} />)).toBe(
    '<input type="checkbox" name="desk" value="general" checked>',
  )
  expect(markup(<input name="min" defaultValue="1.16亿" aria-hidden={false} />)).toBe(
    '<input name="min" value="1.16亿" aria-hidden="false">',
  )
})

test('a drawing keeps the attributes of SVG', () => {
  expect(markup(<Icon name="clock" small label="到期" />)).toMatch(
    /^<svg viewBox="0 0 24 24" class="icon icon-s" role="img" aria-label="到期">.*<path d="[^"]*"><\/path>.*<\/svg>$/,
  )
})

test('text of people cannot become markup', () => {
  const evil = `"><script>alert('1')</script>&`
  const safe = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;'
  expect(markup(<b title={evil}>{evil}</b>)).toBe(`<b title="${safe}">${safe}</b>`)
  expect(drawn(evil)).toEqual({ dangerouslySetInnerHTML: { __html: safe } })
})

test('what a string cannot carry is refused, not left out', () => {
  const Late = async () => 'x'
  expect(() => markup(<b onClick={() => {}}>x</b>)).toThrow('onClick')
  expect(() => markup(<b style={{ color: 'red' }}>x</b>)).toThrow('style')
  expect(() => markup(<Late />)).toThrow()
  expect(() => markup({ a: 1 } as never)).toThrow()
})
