import { Link } from "@tanstack/react-router"
import type { EvidenceView } from "../../../src/app/views/evidence-view.ts"
import { visibleLine } from "../../../src/app/visible.ts"
import { useReportHeads } from "../api/views.ts"
import classes from "./evidence.module.css"
import { type ItemRef, setSheet, showEvidence } from "./shown.ts"

/** The reports in which something stands, by number: "r1 r3". Hover or focus shows the sentence, click opens the reader there (on a small screen, the sheet). */
export function ReportMarks({ of, item }: { readonly of: readonly EvidenceView[]; readonly item?: ItemRef }) {
  const heads = useReportHeads()
  const places = of
    .flatMap(evidence => {
      const head = heads.get(evidence.reportId)
      return head ? [{ evidence, head }] : []
    })
    .sort((a, b) => a.head.number - b.head.number || a.evidence.start - b.evidence.start)
    .filter(({ head }, at, all) => all[at - 1]?.head !== head)
  return (
    <span className={classes.reports}>
      {places.map(({ evidence, head }) => {
        const show = (event: { stopPropagation(): void }) => {
          event.stopPropagation()
          showEvidence({ evidence: [evidence], ...(item !== undefined && { item }) })
        }
        return (
          <Link
            key={head.id}
            to={"/reports/$id" as "/"}
            params={{ id: head.id } as never}
            search={{ at: `${evidence.start}-${evidence.end}` } as never}
            title={`${visibleLine(head.publisher ?? head.title)}, ${head.published}`}
            aria-label={`report ${head.number}, ${visibleLine(head.publisher ?? "publisher unknown")}`}
            onPointerOver={show}
            onFocus={show}
            onClick={event => {
              if (!matchMedia("(max-width: 62em)").matches) return
              event.preventDefault()
              show(event)
              setSheet(true)
            }}
          >
            r{head.number}
          </Link>
        )
      })}
    </span>
  )
}
