const LONGEST_TITLE = 300

/** The title of the task that a decision becomes: its first line, shortened where it is longer than a title may be. */
export function taskTitle(decision: string): string {
  const [line = ''] = decision.trim().split('\n')
  const signs = [...line.trim()]
  return signs.length > LONGEST_TITLE ? `${signs.slice(0, LONGEST_TITLE - 1).join('')}…` : signs.join('')
}
