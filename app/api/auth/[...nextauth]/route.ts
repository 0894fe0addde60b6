import { handlers } from '@/access/session'

export const { GET, POST } = handlers
