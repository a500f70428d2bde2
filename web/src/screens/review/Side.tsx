import { Checkbox, Radio } from "@mantine/core"
import type { EvidenceView } from "../../../../src/app/views/evidence-view.ts"
import type { ReviewItemView } from "../../../../src/app/views/review/review-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { useReportHeads } from "../../api/views.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Quote } from "../../evidence/Quote.tsx"
import { ReportName } from "../../evidence/ReportName.tsx"
import type { ItemRef } from "../../evidence/shown.ts"
import classes from "./review.module.css"

/** Places of a side that are not folded. */
const FIRST = 3

/** One of the things that stand beside each other, with the sentences that carry it. */
export function Side({
  side,
  number,
  item,
  choice,
}: {
  readonly side: ReviewItemView["sides"][number]
  readonly number: number
  readonly item: ItemRef
  readonly choice: { readonly isChosen: boolean; readonly isMany: boolean; readonly onChoose: () => void } | undefined
}) {
  const heads = useReportHeads()
  const place = (evidence: EvidenceView) => (
    <figure key={`${evidence.reportId}:${evidence.start}`} className={classes.figure}>
      <Quote of={evidence} />
      <figcaption>
        <ReportName head={heads.get(evidence.reportId)} at={evidence} />
      </figcaption>
    </figure>
  )
  const label = (
    <>
      <span className={classes.label}>{visibleLine(side.label)}</span>
      {side.note !== "" && <span className={classes.note}>{visibleLine(side.note)}</span>}
    </>
  )
  return (
    <Evident
      as="li"
      className={`${classes.side} ${choice?.isChosen ? classes.chosen : ""}`}
      evidence={side.context}
      item={item}
      claim={visibleLine(side.label)}
    >
      {choice === undefined ? (
        <div>{label}</div>
      ) : choice.isMany ? (
        <Checkbox
          checked={choice.isChosen}
          onChange={choice.onChoose}
          label={label}
          aria-keyshortcuts={String(number)}
        />
      ) : (
        <Radio
          name="side"
          checked={choice.isChosen}
          onChange={choice.onChoose}
          label={label}
          aria-keyshortcuts={String(number)}
        />
      )}
      {side.evidence.slice(0, FIRST).map(place)}
      {FIRST < side.evidence.length && (
        <details className={classes.places}>
          <summary>{counted(side.evidence.length - FIRST, "more place")}</summary>
          {side.evidence.slice(FIRST).map(place)}
          {0 < side.more && <p className={classes.note}>and {counted(side.more, "place")} that are not listed here</p>}
        </details>
      )}
    </Evident>
  )
}
