import { Link } from "@tanstack/react-router"
import type { ComparisonView } from "../../../../src/app/views/reports/comparison-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import classes from "./comparison.module.css"

/** What one tells of and the other does not: incidents, and people and groups it quotes. */
export function Alone({ view }: { readonly view: ComparisonView }) {
  const sides = [
    { row: view.a, alone: view.alone.a },
    { row: view.b, alone: view.alone.b },
  ].filter(({ alone }) => 0 < alone.incidents.length + alone.speakers.length)
  if (sides.length === 0) return null
  return (
    <ul className={classes.alone}>
      {sides.map(({ row, alone: { incidents, speakers } }) => (
        <li key={row.id}>
          Only <b>r{row.number}</b>
          {incidents.length !== 0 && (
            <>
              {" tells of "}
              {incidents.map(({ id, code, title }, at) => (
                <span key={id}>
                  {at !== 0 && "; "}
                  <Link to={`/incidents/${id}` as "/"} title={code}>
                    {visibleLine(title)}
                  </Link>
                </span>
              ))}
            </>
          )}
          {incidents.length !== 0 && speakers.length !== 0 && ", and"}
          {speakers.length !== 0 && ` gives words of ${speakers.map(visibleLine).join(", ")}`}.
        </li>
      ))}
    </ul>
  )
}
