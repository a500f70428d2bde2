import { Link } from "@tanstack/react-router"
import type { IncidentView } from "../../../../src/app/views/incidents/incident-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Status } from "../../signs/Status.tsx"
import classes from "./incident.module.css"

/** Other incidents of the case, and what they share with this one. */
export function Related({ related }: { readonly related: IncidentView["related"] }) {
  return (
    <ul className={classes.related}>
      {related.map(({ id, code, title, status, reports, why }) => (
        <li key={id}>
          <span className={classes.code}>{code}</span>
          <span>
            <Link to={"/incidents/$id" as "/"} params={{ id } as never}>
              {visibleLine(title)}
            </Link>
            <span className={classes.small}>{visibleLine(why)}</span>
          </span>
          <span className={classes.signs}>
            <Status of={status} />
            <span className={classes.small}>{counted(reports, "report")}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
