/** What a file is evidence of. */
export const attachmentKinds = [
  'agreement',
  'entry_document',
  'approval',
  'voucher',
  'licence',
  'drawing',
  'photo',
  'minutes',
  'business_card',
  'other',
] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** What a file hangs on, by the letter of its number. */
export const attachmentNouns = { L: 'lead', D: 'deal', C: 'company', E: 'event' } as const
export type AttachmentNoun = (typeof attachmentNouns)[keyof typeof attachmentNouns]
