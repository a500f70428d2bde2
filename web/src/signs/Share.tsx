import type { Shares } from "../../../src/app/views/reports/report-rows.ts"
import classes from "./signs.module.css"

/** How much of a report's words it has from others, or, beside another report `other`, how much that one has too: solid in the same words, hatched reworded. */
export function Share({ of: { shared, same }, other }: { readonly of: Shares; readonly other?: string }) {
  const told = other === undefined ? "taken over" : `also in ${other}`
  if (shared === 0)
    return (
      <span className={classes.sign}>{other === undefined ? `nothing ${told}` : `nothing shared with ${other}`}</span>
    )
  const words =
    same === shared
      ? "in the same or nearly the same words"
      : `${same} % in the same or nearly the same words, the rest reworded`
  const where = other === undefined ? "has from reports it rests on" : `shares with ${other}`
  return (
    <span className={classes.sign} title={`${shared} % of its words stand in passages it ${where}: ${words}`}>
      <span className={classes.share} aria-hidden>
        <i style={{ width: `${same}%` }} />
        <i className={classes.reworded} style={{ width: `${shared - same}%` }} />
      </span>
      {shared} % {other === undefined ? told : `of its words ${told}`}
    </span>
  )
}
