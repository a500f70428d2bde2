import { Checkbox } from "@mantine/core"
import { Link, useNavigate } from "@tanstack/react-router"
import type { ReportsView } from "../../../../src/app/views/reports/reports-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ReportKind } from "../../signs/ReportKind.tsx"
import { Share } from "../../signs/Share.tsx"
import classes from "./reports.module.css"

/** A report in the list. Enter opens it, the space bar selects it. */
export function ReportLine({
  row,
  isChosen,
  onChoose,
}: {
  readonly row: ReportsView["rows"][number]
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const navigate = useNavigate()
  const name = `r${row.number} ${visibleLine(row.publisher ?? row.file ?? "publisher unknown")}`
  return (
    <Evident
      as="article"
      focusable
      data-report=""
      className={`${classes.row} ${isChosen ? classes.chosen : ""}`}
      evidence={row.evidence}
      item={{ kind: "report", id: row.id }}
      claim={`${name}: ${row.restsOn.length === 0 ? "how it begins" : "what shows where it comes from"}`}
      aria-label={`${name}, ${visibleLine(row.title)}`}
      onKeyDown={event => {
        if (event.target !== event.currentTarget) return
        if (event.key === " ") onChoose()
        else if (event.key === "Enter") void navigate({ to: `/reports/${row.id}` as "/" })
        else return
        event.preventDefault()
      }}
    >
      <Checkbox
        size="xs"
        className={classes.check}
        checked={isChosen}
        onChange={onChoose}
        tabIndex={-1}
        aria-label={`Select r${row.number}`}
      />
      <span className={classes.number}>r{row.number}</span>
      <div className={classes.words}>
        <Link to={`/reports/${row.id}` as "/"} className={row.hasTitle ? classes.title : classes.untitled}>
          {visibleLine(row.title)}
        </Link>
        <p className={classes.about}>
          {visibleLine(
            row.publisher ?? `publisher unknown${row.perhaps === undefined ? "" : `, perhaps ${row.perhaps}`}`,
          )}{" "}
          · <span title={visibleLine(row.publishedHow)}>{row.published}</span>
          {row.language !== "English" && ` · ${row.language}`}
          {row.grade !== undefined && ` · ${visibleLine(row.grade)}`}
        </p>
        <p className={classes.about}>
          tells of {counted(row.incidents, "incident")}, {counted(row.statements, "statement")}
          {row.problems !== 0 && <b className={classes.problem}> · {counted(row.problems, "problem")}</b>}
        </p>
      </div>
      <div className={classes.origin}>
        <ReportKind of={row.kind} />
        <RestsOn row={row} />
      </div>
      <div className={classes.share}>
        <Share of={row.shares} />
        {row.restedOnBy !== 0 && (
          <Link to="/reports" search={{ restsOn: row.id }} className={classes.small}>
            {row.restedOnBy === 1 ? "1 report rests on it" : `${row.restedOnBy} reports rest on it`}
          </Link>
        )}
      </div>
    </Evident>
  )
}

function RestsOn({ row: { restsOn, sources } }: { readonly row: ReportsView["rows"][number] }) {
  if (restsOn.length === 0 && sources.length === 0) return null
  const names = [...restsOn.slice(0, 3).map(number => `r${number}`), ...sources.slice(0, 2).map(visibleLine)]
  const more = restsOn.length + sources.length - names.length
  return (
    <span className={classes.small}>
      from {names.join(", ")}
      {0 < more && ` and ${more} more`}
    </span>
  )
}
