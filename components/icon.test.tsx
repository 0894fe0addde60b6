import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Icon, iconNames } from './icon'

describe('an icon', () => {
  it.each(iconNames)('%s has a drawing', name => {
    expect(renderToStaticMarkup(<Icon name={name} />)).toMatch(/^<svg[^>]*aria-hidden="true"[^>]*><\w/)
  })
  it('with a label is an image that is named', () => {
    expect(renderToStaticMarkup(<Icon name="check" label="done" />)).toContain('role="img" aria-label="done"')
  })
})
