import type { Chore } from './chore'

/**
 * What nobody reads any more: answers to forms and meetings of look-alikes, seven days old, failed tries to sign in,
 * old notifications and e-mails, files and previews of imports after a day, and what an undo of a merge or an import
 * would need, when it is too late for one. How old, and which, is for the row policies to say (db/schema/policy.ts): others cannot be deleted by this role.
 */
export const purge: Chore = {
  name: 'purge',
  every: 600,
  async run(tx) {
    const submissions = await tx`delete from submissions where at < now() - interval '7 days'`
    const tries = await tx`delete from sign_ins where outcome <> 'done' and at < now() - interval '7 days'`
    const feeds = await tx`delete from feed_tries where minute < now() - interval '1 hour'`
    const probes = await tx`delete from duplicate_probes where at < now() - interval '7 days'`
    const told = await tx`delete from notifications where at < now() - interval '90 days'`
    const mails = await tx`delete from mails where created_at < now() - interval '90 days'`
    const sheets = await tx`delete from import_files where saved_at < now() - interval '1 day'`
    const previews = await tx`delete from import_rows where saved_at < now() - interval '1 day'`
    const imported = await tx`delete from import_records where saved_at < now() - interval '31 days'`
    const [merges] = await tx<{ n: string }[]>`select purge_merges() as n`
    return (
      submissions.count +
      tries.count +
      feeds.count +
      probes.count +
      told.count +
      mails.count +
      sheets.count +
      previews.count +
      imported.count +
      Number(merges?.n ?? 0)
    )
  },
}
