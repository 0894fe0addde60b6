import { SaxesParser } from 'saxes'
import { FileRefusal } from './refusal'
import type { Zip } from './zip'

export type Attributes = Readonly<Record<string, string>>
/** Names come without their prefix: x:row and row are the same. */
export type XmlReader = {
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Bytes without any element: no part of a workbook has a text or an attribute as long as this. */
const MOST_BETWEEN = 2_000_000

/**
 * Reads a part of a package as XML, piece by piece. A document type, and with it entities of its own making, is refused;
 * so is what is not well-formed.
 */
export async function eachElement(zip: Zip, part: string, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser()
  let since = 0
  parser.on('error', error => {
    throw error
  })
  parser.on('doctype', () => {
    throw new FileRefusal('damaged')
  })
  parser.on('opentag', ({ name, attributes }) => {
    since = 0
    reader.open?.(bare(name), attributes)
  })
  if (reader.text) parser.on('text', reader.text)
  if (reader.text) parser.on('cdata', reader.text)
  parser.on('closetag', ({ name }) => {
    since = 0
    reader.close?.(bare(name))
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  await zip.each(part, piece => {
    since += piece.length
    parser.write(decoder.decode(piece, { stream: true }))
    if (since > MOST_BETWEEN) throw new FileRefusal('damaged')
  })
  if (zip.has(part)) parser.write(decoder.decode()).close()
}

function bare(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its name without prefix: r:id is id. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const own = attributes[name]
  if (own !== undefined) return own
  const prefixed = Object.keys(attributes).find(key => bare(key) === name)
  return prefixed === undefined ? undefined : attributes[prefixed]
}

export const isTrue = (value: string | undefined) => value === '1' || value === 'true'
