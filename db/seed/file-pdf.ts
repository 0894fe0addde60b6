/** One page of text, in the font for Chinese that every viewer has or replaces. A line is at most some forty characters. */
export function pdfOf([title = '', ...lines]: readonly string[]): Buffer {
  const shown = (text: string, size: number, y: number) =>
    `BT /F ${size} Tf 72 ${y} Td <${[...Buffer.from(text, 'utf16le').swap16()].map(hex).join('')}> Tj ET`
  const page = [shown(title, 18, 760), ...lines.map((line, n) => shown(line, 11, 718 - n * 24))].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 7 0 R >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
  ]
  const starts: number[] = []
  let text = '%PDF-1.4\n'
  for (const [index, object] of objects.entries()) {
    starts.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, 'latin1')
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0')
