'use client'
import type { CellInput, CellWords } from './cell'
import { CellTags } from './cell-tags'

/** How one value of a cell is asked. */
export function Input(props: CellInput & { invalid: boolean; words: CellWords }) {
  const { name, label, kind, value, options, invalid, words } = props
  const same = {
    name,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    defaultValue: value,
    className: 'input input-s',
  }
  if (kind === 'tags') return <CellTags {...props} find={words.find} none={words.noTags} />
  if (kind === 'long')
    return (
      <>
        <textarea {...same} rows={3} />
        <p className="text-12 text-ink-2">{words.long}</p>
      </>
    )
  if (kind !== 'select') return <input {...same} type={kind} autoComplete="off" />
  return (
    <select {...same}>
      {options?.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
