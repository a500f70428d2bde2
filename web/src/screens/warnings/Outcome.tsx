import type { WarningRow } from "../../../../src/app/views/warnings/warning-rows.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import classes from "./warnings.module.css"

/** What came of a warning: the word, the incidents it met with the days between, and whether it was told of only afterwards. */
export function Outcome({ row: { outcomeWords, incidents, hindsight } }: { readonly row: WarningRow }) {
  return (
    <>
      <span>{outcomeWords}</span>
      {incidents.map(incident => (
        <span key={incident.id} className={classes.met}>
          <b>{incident.lead}</b>:{" "}
          <ItemLink item={{ kind: "incident", id: incident.id }}>
            <bdi>{visibleLine(incident.title)}</bdi>
          </ItemLink>
        </span>
      ))}
      {hindsight && <span className={classes.hindsight}>told only after the event</span>}
    </>
  )
}
