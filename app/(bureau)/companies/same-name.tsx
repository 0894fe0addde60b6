'use client'
import { type ReactNode, useContext } from 'react'
import { FormErrors } from '@/components/form-state'

/** Asked only once the server has found a company of the same name. */
export function SameName({ children }: { children: ReactNode }) {
  const asked = 'different' in useContext(FormErrors)
  return <div hidden={!asked}>{children}</div>
}
