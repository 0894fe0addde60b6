/** Who leads a deal (包联领导): an account, or a name without one, or nobody. */
export type Leader = { leaderId: number | null; leaderName: string | null }

/** As the log keeps him: the account's id, or the name. */
export const ledBy = ({ leaderId, leaderName }: Leader): number | string | null => leaderId ?? leaderName
