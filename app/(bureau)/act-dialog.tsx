'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Dialog } from '@/components/dialog'

/** A question that stands in the address; closed, the address is the record's again. */
export function ActDialog(props: { title: ReactNode; close: string; back: string; children: ReactNode }) {
  const { back, ...rest } = props
  const router = useRouter()
  return <Dialog {...rest} openNow onClose={() => router.replace(back, { scroll: false })} />
}
