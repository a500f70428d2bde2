import { Link } from "@tanstack/react-router"
import type { IncidentRow } from "../../../../src/app/views/incidents/incidents-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { moveFocus } from "../../actions/move-focus.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { OriginsExplained } from "../../signs/OriginsExplained.tsx"
import { Status } from "../../signs/Status.tsx"
import classes from "./incidents.module.css"
import { sectionNames } from "./search.ts"

/** Incidents by line. Arrow keys go from line to line, Enter opens one. */
export function IncidentTable({ rows, grouped }: { readonly rows: readonly IncidentRow[]; readonly grouped: boolean }) {
  const groups = grouped ? [...Map.groupBy(rows, ({ section }) => section)] : [["", rows] as const]
  return (
    <table className={classes.table} onKeyDown={event => moveFocus(event, "a[data-row]")}>
      <thead>
        <tr>
          <th scope="col">Incident</th>
          <th scope="col">Status</th>
          <th scope="col" className={classes.number}>
            Killed
          </th>
          <th scope="col" className={classes.number}>
            Wounded
          </th>
          <th scope="col">Disputed</th>
          <th scope="col">Told by</th>
        </tr>
      </thead>
      {groups.map(([section, same]) => (
        <tbody key={section}>
          {section !== "" && (
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={6}>
                {sectionNames[section]}
              </th>
            </tr>
          )}
          {same.map(row => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ row }: { readonly row: IncidentRow }) {
  const { id, code, title, status, beside, killed, wounded, disputes, warnings, reports, origins } = row
  const makers = [...new Set(row.decided.map(({ by }) => by))]
  return (
    <Evident as="tr" evidence={row.evidence} item={{ kind: "incident", id }} claim={title} className={classes.row}>
      <td className={classes.what}>
        <Link to={"/incidents/$id" as "/"} params={{ id } as never} data-row className={classes.name}>
          {visibleLine(title)}
        </Link>
        {makers.map(by => (
          <Decided key={by} by={by} />
        ))}
        <span className={classes.meta}>
          <span className={classes.code}>{code}</span> {visibleLine(beside)}
          {0 < warnings && (
            <>
              {beside !== "" && " · "}
              <Link to={"/warnings" as "/"} search={{ incident: id } as never}>
                {counted(warnings, "warning")} before
              </Link>
            </>
          )}
        </span>
      </td>
      <td data-label="Status">
        <Status of={status} />
      </td>
      <Count name="Killed" of={killed} />
      <Count name="Wounded" of={wounded} />
      <td data-label="Disputed" className={0 < disputes ? classes.disputed : classes.none}>
        {0 < disputes ? (
          <Link to={"/incidents/$id" as "/"} params={{ id } as never} hash="facts">
            ≠ {counted(disputes, "fact")}
          </Link>
        ) : (
          "–"
        )}
      </td>
      <td data-label="Told by">
        <Link to={"/reports" as "/"} search={{ incident: id } as never} className={classes.reports}>
          {counted(reports, "report")}
        </Link>{" "}
        <OriginsExplained of={origins} item={id} isIncident />
      </td>
    </Evident>
  )
}

/** Letters of a number up to which it is never broken over two lines. */
const MOST_LETTERS = 9

function Count({ name, of }: { readonly name: string; readonly of: IncidentRow["killed"] }) {
  const isOpen = of?.relation === "contradict" || of?.relation === "mixed"
  return (
    <td
      data-label={name}
      className={`${classes.number} ${of !== null && MOST_LETTERS < of.words.length ? classes.wordy : ""} ${of === null ? classes.none : ""} ${isOpen ? classes.disputed : ""}`}
      title={of === null ? "not told" : of.relation}
    >
      {of === null ? "–" : visibleLine(of.words)}
    </td>
  )
}
