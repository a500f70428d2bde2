import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { ReportsView } from "../../../../src/app/views/reports/reports-view.ts"
import { counted } from "../../../../src/app/words.ts"
import classes from "./reports.module.css"
import { useRemoveReports } from "./use-remove-reports.ts"

/** What can be done with the reports that are selected. Its place is kept when none is. */
export function Selection({
  chosen,
  rows,
  total,
  onChoose,
}: {
  readonly chosen: ReadonlySet<string>
  readonly rows: ReportsView["rows"]
  readonly total: number
  readonly onChoose: (next: ReadonlySet<string>) => void
}) {
  const remove = useRemoveReports()
  const [a, b] = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  return (
    <div className={classes.selection}>
      {chosen.size === 0 ? (
        <span className={classes.small}>{counted(total, "report")}. Select two to compare them.</span>
      ) : (
        <>
          <strong>{chosen.size} selected</strong>
          {chosen.size === 2 && a !== undefined && b !== undefined && (
            <Button component={Link} size="compact-sm" to={"/reports/compare" as "/"} search={{ a, b } as never}>
              Compare
            </Button>
          )}
          <Button
            variant="default"
            size="compact-sm"
            loading={remove.isPending}
            onClick={() => remove.mutate([...chosen], { onSuccess: () => onChoose(new Set()) })}
          >
            Remove from the case
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onChoose(new Set())}>
            Select none
          </Button>
          {remove.error && <span role="alert">{remove.error.message}</span>}
        </>
      )}
    </div>
  )
}
