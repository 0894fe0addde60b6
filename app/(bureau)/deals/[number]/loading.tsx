import { useTranslations } from 'next-intl'
import { RecordSkeleton } from '@/components/skeleton'

export default function Loading() {
  return <RecordSkeleton label={useTranslations('common.say')('loading')} />
}
