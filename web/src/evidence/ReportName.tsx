import { Link } from "@tanstack/react-router"
import type { ReportHead } from "../../../src/app/views/evidence-view.ts"
import { visibleLine } from "../../../src/app/visible.ts"

/** "r3 Coastline Digest, 5 November 2031": opens the reader, at the words when they are given. */
export function ReportName({
  head,
  at,
}: {
  readonly head: ReportHead | undefined
  readonly at?: { readonly start: number; readonly end: number }
}) {
  if (head === undefined) return <span>a report</span>
  return (
    <Link
      to={"/reports/$id" as "/"}
      params={{ id: head.id } as never}
      search={(at === undefined ? {} : { at: `${at.start}-${at.end}` }) as never}
    >
      r{head.number} {visibleLine(head.publisher ?? "publisher unknown")}, {head.published}
    </Link>
  )
}
