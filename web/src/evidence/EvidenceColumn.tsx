import { Actions } from "../actions/Actions.tsx"
import { useReportHeads } from "../api/views.ts"
import classes from "./evidence.module.css"
import { Quote } from "./Quote.tsx"
import { ReportName } from "./ReportName.tsx"
import { usePointed, useShown } from "./shown.ts"

/** The words that carry what has the focus, at first those of the first line: sentence, report, and what can be done with the item. Stays put while one moves. */
export function EvidenceColumn() {
  const shown = useShown()
  const isPointed = usePointed() !== undefined
  const heads = useReportHeads()
  if (shown === undefined)
    return <p className={classes.hint}>The words behind a line stand here as soon as you point at it or move to it.</p>
  return (
    <div aria-live={isPointed ? "polite" : "off"}>
      {(shown.claim !== undefined || shown.item) && (
        <div className={classes.top}>
          <p className={classes.claim}>{shown.claim}</p>
          {shown.item && <Actions item={shown.item} />}
        </div>
      )}
      {shown.detail}
      {shown.evidence.map(evidence => (
        <figure key={`${evidence.reportId}:${evidence.start}:${evidence.end}`} className={classes.figure}>
          <Quote of={evidence} />
          <figcaption className={classes.from}>
            <ReportName head={heads.get(evidence.reportId)} at={evidence} />
          </figcaption>
        </figure>
      ))}
      {!isPointed && (
        <p className={classes.hint}>
          Point at another line, or move to it with the keys, and its words stand here. A number opens the report there.
        </p>
      )}
    </div>
  )
}
