import type { ReactNode } from 'react'

/** Only on paper: whose list it is, the filter in words, when it was printed and by whom. Page numbers come by CSS. */
export function PrintHead({
  zone,
  filter,
  printed,
}: {
  zone: ReactNode
  filter?: ReactNode
  printed: ReactNode
}) {
  return (
    <div className="only-print text-12">
      <p>{zone}</p>
      {filter ? <p>{filter}</p> : null}
      <p>{printed}</p>
    </div>
  )
}
