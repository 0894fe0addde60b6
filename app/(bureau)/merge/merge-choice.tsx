'use client'
import type { ReactNode } from 'react'
import { useTyped } from '@/components/form-typed'

/** One of the values that a field can take; what stood chosen comes back with the answer to a plain post. */
export function MergeChoice(props: { name: string; value: string; chosen: boolean; children: ReactNode }) {
  const { name, value, chosen, children } = props
  const typed = useTyped(name)
  return (
    <label>
      <input type="radio" name={name} value={value} defaultChecked={typed ? typed === value : chosen} />
      <span className="min-w-0">{children}</span>
    </label>
  )
}
