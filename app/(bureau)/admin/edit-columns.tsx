import type { ReactNode } from 'react'

/** A list, and at its right (below it, on a phone first) the form of the one that is being edited. */
export function EditColumns({ side, children }: { side: ReactNode; children: ReactNode }) {
  if (!side) return <div className="page-body">{children}</div>
  return (
    <div className="page-body grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,420px)]">
      <div className="min-w-0 max-xl:order-last">{children}</div>
      <div className="box min-w-0">{side}</div>
    </div>
  )
}
