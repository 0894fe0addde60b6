/** The shape of what comes: never a spinner over a blank page. Sizes in CSS lengths. */
export function Bone({ width = '100%', height = '0.9em' }: { width?: string; height?: string }) {
  return <span className="bone" style={{ width, height }} aria-hidden />
}

/** A list on its way: title, chips and rows. `label` is said to screen readers. */
export function ListSkeleton({
  label,
  columns = 8,
  rows = 14,
}: {
  label: string
  columns?: number
  rows?: number
}) {
  return (
    <div className="page page-fit" role="status">
      <h1 className="sr-only">{label}</h1>
      <div className="page-head">
        <Bone width="8em" height="20px" />
        <Bone width="18em" />
      </div>
      <div className="page-bar">
        <Bone width="5em" height="28px" />
        <Bone width="5em" height="28px" />
        <Bone width="5em" height="28px" />
      </div>
      <div className="grid-region overflow-hidden" aria-hidden>
        <table className="t">
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {Array.from({ length: columns }, (_, column) => (
                  <td key={column}>
                    <Bone width={`${45 + ((row * 7 + column * 13) % 45)}%`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** A record or a day on its way: three columns of lines. */
export function RecordSkeleton({ label }: { label: string }) {
  const lines = Array.from({ length: 9 }, (_, line) => (
    <Bone key={line} width={`${55 + ((line * 17) % 40)}%`} />
  ))
  return (
    <div className="page" role="status">
      <h1 className="sr-only">{label}</h1>
      <div className="page-head">
        <Bone width="16em" height="20px" />
      </div>
      <div className="record" aria-hidden>
        <div className="record-facts grid content-start gap-3">{lines}</div>
        <div className="grid content-start gap-3">{lines}</div>
        <div className="record-side">{lines.slice(0, 4)}</div>
      </div>
    </div>
  )
}
