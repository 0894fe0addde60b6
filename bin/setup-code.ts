/** The one-time code that the set-up page asks for, so that the first to open the page is the one who started it. */
export async function printSetupCode() {
  const { setupCode } = await import('@/db/write/zone')
  process.stdout.write(
    `  This bureau is empty. Open the page and set it up with this code:\n\n      ${await setupCode()}\n\n`,
  )
}
