/** One line of progress for each step: what, how it ended, how long it took. */
export interface Steps {
  run<T>(name: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

export function steps(write: (text: string) => void = text => process.stdout.write(text)): Steps {
  return {
    async run(name, work) {
      const since = performance.now()
      let said = ''
      const label = name.padEnd(12)
      const live = process.stdout.isTTY
      if (live) write(`  ${label}…`)
      try {
        const result = await work(text => {
          said = text
          if (live) write(`\r\x1b[2K  ${label}${text} …`)
        })
        write(`${live ? '\r\x1b[2K' : ''}  ${label}${said.padEnd(56)} ${seconds(since).padStart(7)}\n`)
        return result
      } catch (error) {
        write(`${live ? '\r\x1b[2K' : ''}  ${label}failed after ${seconds(since)}\n`)
        throw error
      }
    },
  }
}

/** Says what went wrong in the words of the error, without a stack, and ends the process. */
export function giveUp(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}
