/** Runs once when the server starts, before it answers. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { endStreams, endWithStarter, keepHouse, refuseWrongSchema } = await import('@/instrumentation-node')
  const { stampPeers } = await import('@/access/peer')
  stampPeers()
  endWithStarter()
  await refuseWrongSchema()
  keepHouse()
  endStreams()
}
