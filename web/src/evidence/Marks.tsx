import { Link } from "@tanstack/react-router"
import type { EvidenceView } from "../../../src/app/views/evidence-view.ts"
import classes from "./evidence.module.css"
import { type ItemRef, setSheet, showEvidence } from "./shown.ts"

/** A numbered piece of evidence. */
export interface Note {
  readonly mark: number
  readonly evidence: EvidenceView
}

/** The mark of some words: a superscript number. Focus or hover shows the sentence, click opens the reader there (on a small screen, the sheet). */
export function Mark({ note, item }: { readonly note: Note; readonly item?: ItemRef }) {
  const { mark, evidence } = note
  const show = (event: { stopPropagation(): void }) => {
    event.stopPropagation()
    showEvidence({ evidence: [evidence], ...(item !== undefined && { item }) })
  }
  return (
    <sup className={classes.mark} data-evidence={mark}>
      <Link
        to={"/reports/$id" as "/"}
        params={{ id: evidence.reportId } as never}
        search={{ at: `${evidence.start}-${evidence.end}` } as never}
        aria-label={`evidence ${mark}`}
        onPointerOver={show}
        onFocus={show}
        onClick={event => {
          if (!matchMedia("(max-width: 62em)").matches) return
          event.preventDefault()
          show(event)
          setSheet(true)
        }}
      >
        {mark}
      </Link>
    </sup>
  )
}
