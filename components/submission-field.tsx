'use client'
import { memo, useState } from 'react'
import { newSubmission } from './submission'

/**
 * The id of this sending, the same however often it is sent until it is answered. It has no props, so that drawing
 * the form again leaves what stands in it.
 */
export const SubmissionField = memo(function SubmissionField() {
  const [first] = useState(newSubmission)
  return <input type="hidden" name="submission" defaultValue={first} suppressHydrationWarning />
})

/** Answered: the next sending is another one. */
export function renewSubmission(form: HTMLFormElement): void {
  const input = form.elements.namedItem('submission')
  if (input instanceof HTMLInputElement) input.value = newSubmission()
}
