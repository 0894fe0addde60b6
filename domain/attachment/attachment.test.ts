import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedEndings, endingFault, medias, shownAs, textMedia } from './media'
import { boundaryOf, partsOf, textOf } from './multipart'
import { cleanFileName, disposition, splitName } from './name'
import { spanOf } from './range'
import { sniff, stillIs } from './sniff'

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\王\\合同.pdf', '合同.pdf'],
    ['合同\u202efdp.exe', '合同fdp.exe'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['  ..批复 .pdf. ', '批复.pdf'],
    ['CON.txt', '_CON.txt'],
    ['协议<v2>:"终稿"|?*.docx', '协议 v2 终稿.docx'],
    ['/', 'file'],
    ['', 'file'],
    ['\u200b', 'file'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept)
  })
  // any character, and often one that means something
  const unit = fc.oneof(
    fc.constantFrom(...'/\\.:<>"|?* \0\u200d\u202eCON'),
    fc.nat(0x10ffff).map(code => String.fromCodePoint(code)),
  )
  it('never holds a path, a control or a mark of direction, nor more than 120 characters, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 400 }), given => {
        const name = cleanFileName(given)
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}<>:"|?*]/u)
        expect([...name].length).toBeGreaterThan(0)
        expect([...name].length).toBeLessThanOrEqual(120)
        expect(cleanFileName(name)).toBe(name)
      }),
    )
  })
  it('keeps the ending of a long one', () => {
    expect(splitName(cleanFileName(`${'长'.repeat(300)}.pdf`))).toEqual({
      stem: '长'.repeat(116),
      ending: 'pdf',
    })
  })
  it('is said in any script, and in ASCII', () => {
    expect(disposition('attachment', '投资协议 (终稿).pdf')).toBe(
      `attachment; filename="file.pdf"; filename*=UTF-8''%E6%8A%95%E8%B5%84%E5%8D%8F%E8%AE%AE%20%28%E7%BB%88%E7%A8%BF%29.pdf`,
    )
    expect(disposition('inline', 'site plan.png')).toContain('inline; filename="site-plan.png";')
  })
})

describe('what is taken', () => {
  it('each ending that is taken is refused for nothing else, and nothing that runs is among them', () => {
    for (const ending of acceptedEndings) expect(endingFault(ending.slice(1))).toBeNull()
    for (const ending of ['exe', 'svg', 'html', 'xml', 'docm', 'zip', 'js', 'lnk'])
      expect(acceptedEndings).not.toContain(`.${ending}`)
  })
  it('only images and PDF are shown', () => {
    expect(Object.keys(medias).filter(type => shownAs(type))).toEqual([
      'application/pdf',
      'image/png',
      'image/jpeg',
      'image/gif',
      'image/webp',
    ])
    expect(shownAs('image/svg+xml')).toBeNull()
    expect(shownAs('constructor')).toBeNull()
  })
  it('text is told by its ending', () => {
    expect([textMedia('csv'), textMedia('txt'), textMedia('pdf')]).toEqual(['text/csv', 'text/plain', null])
  })
})

describe('the first bytes', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
  const png = bytes(
    [0x89],
    'PNG\r\n',
    [0x1a, 0x0a, 0, 0, 0, 13],
    'IHDR',
    [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0],
  )
  it.each([
    ['a PDF', bytes('%PDF-1.7\n'), { media: 'application/pdf' }],
    ['a picture', png, { media: 'image/png' }],
    ['a photo', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'), { media: 'image/jpeg' }],
    ['a program of Windows', bytes('MZ', [0x90, 0, 3]), { fault: 'program' }],
    ['a program of Linux', bytes([0x7f], 'ELF', [2, 1, 1]), { fault: 'program' }],
    ['a script', bytes('#!/bin/sh\nrm -rf /'), { fault: 'program' }],
    ['a drawing with a script', bytes('<svg onload="alert(1)">'), { fault: 'markup' }],
    ['a page behind a comment', bytes('<!-- x -->\n<!DOCTYPE html>'), { fault: 'markup' }],
    ['XML', bytes('<?xml version="1.0"?><a/>'), { fault: 'markup' }],
    ['a page in UTF-16', bytes([0xff, 0xfe], [...Buffer.from('<html>', 'utf16le')]), { fault: 'markup' }],
    ['a packed archive', bytes([0x1f, 0x8b, 8, 0]), { fault: 'archive' }],
    ['text in UTF-8', bytes('会议纪要：同意。\r\n'), { media: 'text/plain' }],
    ['text in GB18030', bytes([0xbb, 0xe1, 0xd2, 0xe9, 0xbc, 0xcd, 0xd2, 0xaa]), { media: 'text/plain' }],
    ['nothing known', bytes([0, 1, 2, 3, 4, 5, 6, 7, 200]), { fault: 'unknown' }],
    ['a zip', bytes('PK', [3, 4]), { within: 'zip' }],
    ['an old office file', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), { within: 'office' }],
  ])('of %s', async (_, head, said) => {
    expect(await sniff(head, 'txt')).toEqual(said)
  })
  it('an image is shown while it begins as one', async () => {
    expect(await stillIs('image/png', png)).toBe(true)
    expect(await stillIs('image/png', Buffer.from('<svg>'))).toBe(false)
  })
})

describe('a posted form', () => {
  const form = (boundary: string, parts: [string, string | null, Buffer][]) =>
    Buffer.concat([
      ...parts.flatMap(([name, file, body]) => [
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`),
        Buffer.from(file === null ? '\r\n\r\n' : `; filename="${file}"\r\nContent-Type: x/y\r\n\r\n`),
        body,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ])
  async function* cut(bytes: Buffer, sizes: number[]) {
    for (let at = 0, n = 0; at < bytes.length; n++) {
      const size = sizes[n % sizes.length] as number
      yield new Uint8Array(bytes.subarray(at, at + size))
      at += size
    }
  }
  async function read(source: AsyncIterable<Uint8Array>, boundary: string) {
    const parts: [string, string | null, Buffer][] = []
    for await (const { name, fileName, body } of partsOf(source, boundary)) {
      const chunks: Uint8Array[] = []
      for await (const chunk of body) chunks.push(chunk)
      parts.push([name, fileName, Buffer.concat(chunks)])
    }
    return parts
  }

  it('is read as it was written, however it is cut', async () => {
    const nasty = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom('\r\n', '\r\n--b', '--b--', '\r\n\r\n', '\r').map(text => Buffer.from(text)),
    )
    const body = fc.array(nasty, { maxLength: 4 }).map(all => Buffer.concat(all))
    const part = fc.tuple(
      fc.constantFrom('record', 'file', '合同'),
      fc.constantFrom(null, '', 'a.pdf', '协议.pdf'),
      body,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
        async (parts, sizes) => {
          const whole = form('bXq9', parts)
          expect(await read(cut(whole, sizes), 'bXq9')).toEqual(parts)
        },
      ),
    )
  })
  it('a file that nobody reads on is skipped, wherever one stopped', async () => {
    const whole = form('b9', [
      ['file', 'large.bin', Buffer.alloc(5000, 7)],
      ['file', 'next.txt', Buffer.from('next')],
    ])
    for (const size of [1, 7, 64, 4096, 10_000]) {
      const seen: string[] = []
      for await (const { fileName, body } of partsOf(cut(whole, [size]), 'b9')) {
        if (fileName === 'next.txt') seen.push(await textOf(body))
        else for await (const _ of body) break
      }
      expect(seen).toEqual(['next'])
    }
  })
  it('that breaks off, or is none, is said to be broken', async () => {
    const whole = form('b9', [['file', 'a.txt', Buffer.from('abc')]])
    await expect(read(cut(whole.subarray(0, -8), [5]), 'b9')).rejects.toThrow('broke off')
    await expect(read(cut(Buffer.from('hello'), [5]), 'b9')).rejects.toThrow('broke off')
    await expect(textOf(cut(Buffer.alloc(100), [10]), 50)).rejects.toThrow('too long')
  })
  it('has a boundary', () => {
    expect(boundaryOf('multipart/form-data; boundary=----WebKitFormBoundaryX')).toBe(
      '----WebKitFormBoundaryX',
    )
    expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
    expect(boundaryOf('application/json')).toBeNull()
    expect(boundaryOf(null)).toBeNull()
  })
})

describe('a part of a file', () => {
  it.each([
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=900-', { first: 900, last: 999 }],
    ['bytes=-10', { first: 990, last: 999 }],
    ['bytes=-5000', { first: 0, last: 999 }],
    ['bytes=990-5000', { first: 990, last: 999 }],
    ['bytes=1000-', 'out'],
    ['bytes=-0', 'out'],
    ['bytes=9-3', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
    [null, null],
  ])('%s of a thousand bytes', (header, span) => {
    expect(spanOf(header, 1000)).toEqual(span)
  })
})
