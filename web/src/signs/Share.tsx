import type { Shares } from "../../../src/app/views/reports/report-rows.ts"
import classes from "./signs.module.css"

/** How much of a report stands in passages it shares: solid in the same words, hatched reworded. */
export function Share({ of: { shared, same } }: { readonly of: Shares }) {
  if (shared === 0) return <span className={classes.sign}>nothing shared</span>
  const words =
    same === shared
      ? "in the same or nearly the same words"
      : `${same} % in the same or nearly the same words, the rest reworded`
  return (
    <span className={classes.sign} title={`${shared} % of its words stand in passages it shares: ${words}`}>
      <span className={classes.share} aria-hidden>
        <i style={{ width: `${same}%` }} />
        <i className={classes.reworded} style={{ width: `${shared - same}%` }} />
      </span>
      {shared} % shared
    </span>
  )
}
