/** Drawn at each request, as any page for a person who is signed in. */
export const dynamic = 'force-dynamic'

const rows = Array.from({ length: 50 }, (_, row) =>
  Array.from({ length: 12 }, (_, cell) => `苏州华瑞精密机械 ${row}·${cell}`),
)

/** Fifty static rows of twelve cells: no database, no session, no words, no component of a client. */
export default function Page() {
  return (
    <table>
      <tbody>
        {rows.map(cells => (
          <tr key={cells[0]}>
            {cells.map(cell => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
