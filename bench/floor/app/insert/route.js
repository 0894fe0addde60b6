import postgres from 'postgres'

let sql

/** One insert and its id, by a pool like the product's. */
export async function POST(request) {
  sql ??= postgres({
    path: process.env.FLOOR_SOCKET,
    user: process.env.FLOOR_USER,
    database: process.env.FLOOR_DATABASE,
    max: 10,
  })
  const [row] = await sql`insert into bench_floor (text) values (${await request.text()}) returning id`
  return Response.json(row)
}
