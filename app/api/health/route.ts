import { isDatabaseUp } from '@/access/health'

export const dynamic = 'force-dynamic'

/** For load balancers and for whoever starts the app: 200 when the database answers too, 503 when it does not. */
export async function GET() {
  const up = await isDatabaseUp()
  return Response.json({ database: up ? 'ok' : 'gone' }, { status: up ? 200 : 503 })
}
