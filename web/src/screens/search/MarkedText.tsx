import { Fragment } from "react"
import type { Marked } from "../../../../src/app/views/search/search-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"

/** Words with what was looked for marked in them; made harmless as all source text is. */
export function MarkedText({ of: { text, marks } }: { readonly of: Marked }) {
  let done = 0
  const parts = marks.map(([start, end]) => {
    const before = text.slice(done, start)
    done = end
    return (
      <Fragment key={start}>
        {visibleLine(before)}
        <mark>{visibleLine(text.slice(start, end))}</mark>
      </Fragment>
    )
  })
  return (
    <bdi>
      {parts}
      {visibleLine(text.slice(done))}
    </bdi>
  )
}
