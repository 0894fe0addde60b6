/** How a browser may show it: itself, in a frame of its own, or not at all. */
type Shown = 'image' | 'pdf' | null
type MediaOf = { endings: readonly [string, ...string[]]; shown: Shown }

const download = (...endings: [string, ...string[]]): MediaOf => ({ endings, shown: null })
const image = (...endings: [string, ...string[]]): MediaOf => ({ endings, shown: 'image' })

/** What is taken, by the type that its content has: a name with another ending lies. The first ending is the usual one. */
export const medias = {
  'application/pdf': { endings: ['pdf'], shown: 'pdf' },
  'image/png': image('png'),
  'image/jpeg': image('jpg', 'jpeg', 'jpe', 'jfif'),
  'image/gif': image('gif'),
  'image/webp': image('webp'),
  'image/heic': download('heic', 'heif'),
  'image/heif': download('heif', 'heic'),
  'image/tiff': download('tif', 'tiff'),
  'image/bmp': download('bmp'),
  'image/vnd.dwg': download('dwg'),
  'image/vnd.dxf': download('dxf'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': download('docx'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': download('xlsx'),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': download('pptx'),
  'application/vnd.oasis.opendocument.text': download('odt'),
  'application/vnd.oasis.opendocument.spreadsheet': download('ods'),
  'application/vnd.oasis.opendocument.presentation': download('odp'),
  // GB/T 33190: what Chinese offices and banks issue instead of PDF
  'application/ofd': download('ofd'),
  'application/msword': download('doc', 'wps'),
  'application/vnd.ms-excel': download('xls', 'et'),
  'application/vnd.ms-powerpoint': download('ppt', 'dps'),
  'application/rtf': download('rtf', 'doc'),
  'text/plain': download('txt', 'md', 'log'),
  'text/csv': download('csv', 'tsv'),
} as const satisfies Record<string, MediaOf>
export type Media = keyof typeof medias

export const isMedia = (type: string): type is Media => Object.hasOwn(medias, type)

/** How a stored file may be shown; null: downloaded only. */
export const shownAs = (type: string): Shown => (isMedia(type) ? medias[type].shown : null)

/** Short, and the same in every language: `PDF`, `DOCX`. */
export const mediaLabel = (type: Media): string => medias[type].endings[0].toUpperCase()

/** What the file picker offers. */
export const acceptedEndings = [...new Set(Object.values(medias).flatMap(({ endings }) => endings))].map(
  ending => `.${ending}`,
)

/** Text has no signature: its ending says which kind of text. */
export const textMedia = (ending: string): Media | null =>
  (['text/plain', 'text/csv', 'image/vnd.dxf'] as const).find(type =>
    (medias[type].endings as readonly string[]).includes(ending),
  ) ?? null

const among =
  (...endings: string[]) =>
  (ending: string): boolean =>
    endings.includes(ending)

/* Whatever these hold, a double click would run it, unpack it or open it in a browser. */
const endsAsProgram = among(
  ...['exe', 'msi', 'com', 'scr', 'pif', 'dll', 'sys', 'bat', 'cmd', 'ps1', 'vbs', 'vbe', 'js', 'jse', 'mjs'],
  ...['wsf', 'hta', 'jar', 'apk', 'app', 'dmg', 'iso', 'lnk', 'url', 'reg', 'sh', 'py', 'php', 'chm', 'cpl'],
)
const endsAsMacro = among('docm', 'dotm', 'xlsm', 'xltm', 'xlam', 'xlsb', 'pptm', 'potm', 'ppsm', 'ppam')
const endsAsMarkup = among(
  'svg',
  'svgz',
  'html',
  'htm',
  'xhtml',
  'xht',
  'shtml',
  'mht',
  'mhtml',
  'xml',
  'xsl',
)
const endsAsArchive = among('zip', 'rar', '7z', 'tar', 'gz', 'tgz', 'bz2', 'xz', 'zst', 'cab')

export type Fault =
  | 'program'
  | 'macro'
  | 'markup'
  | 'archive'
  | 'unknown'
  | 'lies'
  | 'bomb'
  | 'broken'
  | 'locked'

/** What is refused by its ending alone. */
export function endingFault(ending: string): Fault | null {
  if (endsAsProgram(ending)) return 'program'
  if (endsAsMacro(ending)) return 'macro'
  if (endsAsMarkup(ending)) return 'markup'
  return endsAsArchive(ending) ? 'archive' : null
}
