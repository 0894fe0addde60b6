import { useTranslations } from 'next-intl'
import { ListSkeleton } from '@/components/skeleton'

export default function Loading() {
  return <ListSkeleton label={useTranslations('common.say')('loading')} columns={12} />
}
