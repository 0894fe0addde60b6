import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Plan Rows': number
  Plans?: Node[]
}

/** Asks for the plan of each query instead of its rows; answers as if one row had been found, so that the next is asked too. */
export function explaining(tx: Tx, plans: Node[]): Tx {
  const execute = async (query: SQL) => {
    const rows = await tx.execute<{ 'QUERY PLAN': { Plan: Node }[] }>(sql`explain (format json) ${query}`)
    for (const row of rows) for (const { Plan } of row['QUERY PLAN']) plans.push(Plan)
    return [{ id: '1', n: '1' }]
  }
  return { execute } as unknown as Tx
}

/** What in these plans reads the whole table, or sorts more rows than `most`, in words; empty is good. */
export function faultsOf(plans: readonly Node[], table: string, most = 0): string[] {
  return plans
    .flatMap(plan => nodesOf(plan))
    .flatMap(node => {
      const { 'Node Type': type, 'Relation Name': relation, 'Plan Rows': rows } = node
      if (type === 'Seq Scan' && relation === table) return [`scans ${table}`]
      return type.includes('Sort') && rows > most ? [`sorts ${rows} rows`] : []
    })
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
