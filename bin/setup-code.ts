/** The one-time code that the set-up page asks for, so that the first to open the page is the one who started it. */
export async function printSetupCode() {
  const { setUpCode } = await import('@/db/door/set-up-code')
  process.stdout.write(
    `  This bureau is empty. Open the page and set it up with this code:\n\n      ${await setUpCode()}\n\n`,
  )
}
