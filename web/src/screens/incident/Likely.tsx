import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import classes from "./incident.module.css"

/** What no report is read to say, and a learned scorer takes to be likely: set apart, and called that. */
export function Likely({ likely }: { readonly likely: IncidentView["likely"] }) {
  if (likely.length === 0) return null
  return (
    <aside className={classes.likely} aria-label="Likely, but not read in any report">
      <p>
        <b>Likely, but not read in any report.</b> A learned scorer proposes it from how the reports are written; it is
        no fact of this case.
      </p>
      <dl>
        {likely.map(({ slot, label, words, why }) => (
          <div key={slot}>
            <dt>{label}</dt>
            <dd>
              likely {visibleLine(words)} <small>{visibleLine(why)}</small>
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
