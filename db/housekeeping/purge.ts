import type { Chore } from './chore'

/**
 * What nobody reads any more: answers to forms, seven days old, and failed tries to sign in. How old, and which, is
 * for the row policies to say (db/schema/policy.ts): others cannot be deleted by this role.
 */
export const purge: Chore = {
  name: 'purge',
  every: 600,
  async run(tx) {
    const submissions = await tx`delete from submissions where at < now() - interval '7 days'`
    const tries = await tx`delete from sign_ins where outcome <> 'done' and at < now() - interval '7 days'`
    return submissions.count + tries.count
  },
}
