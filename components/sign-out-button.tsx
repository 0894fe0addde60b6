'use client'
import type { ReactNode } from 'react'
import { dropAllDrafts } from './draft'

/** Ends the session on purpose: what was typed does not stay behind on a shared machine. */
export function SignOutButton({ action, children }: { action: () => Promise<void>; children: ReactNode }) {
  return (
    <form action={action} onSubmit={dropAllDrafts}>
      <button type="submit" className="item">
        {children}
      </button>
    </form>
  )
}
