import type { Attachment } from '@/db/read/attachment'

/** The file itself, asked for when it comes into sight: an image as it is, a PDF in a frame of its own with the browser's viewer. */
export function AttachmentView({ row, shown }: { row: Attachment; shown: 'image' | 'pdf' }) {
  const src = `/files/${row.id}?show`
  if (shown === 'pdf')
    return <iframe src={src} title={row.title} loading="lazy" referrerPolicy="same-origin" />
  return (
    // biome-ignore lint/performance/noImgElement: behind a permit, scaled by the browser
    // eslint-disable-next-line @next/next/no-img-element
    <img src={src} alt={row.title} loading="lazy" decoding="async" />
  )
}
