import type { Tag } from '@/domain/tag/tag'

/** Tags in their colours, one after the other. */
export function TagMarks({ tags }: { tags: readonly Tag[] }) {
  return (
    <span className="tags">
      {tags.map(({ id, name, colour }) => (
        <span key={id} className="tag" data-d={colour}>
          {name}
        </span>
      ))}
    </span>
  )
}
