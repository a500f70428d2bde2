import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import type { ReportsView } from "../../../../src/app/views/reports/reports-view.ts"
import { counted } from "../../../../src/app/words.ts"
import { useCase } from "../../api/views.ts"
import { type Pages, usePages } from "../../lists/pages.ts"
import { VirtualRows } from "../../lists/VirtualRows.tsx"
import { OriginsExplained } from "../../signs/OriginsExplained.tsx"
import { Failed } from "../../states/Failed.tsx"
import { Loading } from "../../states/Loading.tsx"
import { Notice } from "../../states/Notice.tsx"
import { Filters } from "./Filters.tsx"
import { ReportLine } from "./ReportLine.tsx"
import classes from "./reports.module.css"
import { Selection } from "./Selection.tsx"

/** The reports of the case: where each comes from, what it rests on, what it tells, what was odd. */
export function ReportsScreen() {
  const { selected: _, ...asked } = useSearch({ from: "/reports" })
  const pages = usePages<ReportsView>("/reports", asked)
  const { data } = useCase()
  const first = pages.data?.pages[0]
  return (
    <div className="wide">
      <header className={classes.top}>
        <h1>Reports</h1>
        <p className={classes.summary}>
          {data && (
            <>
              {counted(data.counts.reports, "report")} · <OriginsExplained of={data.origins} item="case" /> ·{" "}
            </>
          )}
          <Link to="/reports/origins">Who rests on whom</Link>
        </p>
      </header>
      {first && data?.counts.reports !== 0 && <Filters view={first} />}
      <List pages={pages} isEmpty={data?.counts.reports === 0} />
    </div>
  )
}

function List({ pages, isEmpty }: { readonly pages: Pages<ReportsView>; readonly isEmpty: boolean }) {
  const { selected = "" } = useSearch({ from: "/reports" })
  const navigate = useNavigate({ from: "/reports" })
  const chosen = new Set(selected.split(".").filter(id => id !== ""))
  const choose = (next: ReadonlySet<string>) =>
    void navigate({
      search: ({ selected: __, ...old }) => ({ ...old, ...(next.size !== 0 && { selected: [...next].join(".") }) }),
      replace: true,
      resetScroll: false,
    })
  if (pages.isError) return <Failed error={pages.error} onRetry={() => void pages.refetch()} />
  if (!pages.data) return <Loading what="the reports" lines={12} />
  const rows = pages.data.pages.flatMap(page => page.rows)
  const total = pages.data.pages[0]!.total
  if (isEmpty)
    return (
      <Notice title="There is no report in this case yet">
        <Link to={"/add" as "/"}>Add reports</Link>: files, a folder, pasted text or addresses.
      </Notice>
    )
  if (rows.length === 0)
    return (
      <Notice title="No report is like that">
        <Link to="/reports" search={{}}>
          Show all reports
        </Link>
      </Notice>
    )
  return (
    <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? classes.old : undefined}>
      <Selection chosen={chosen} rows={rows} total={total} onChoose={choose} />
      <VirtualRows
        count={rows.length}
        height={82}
        label="Reports"
        stops="[data-report]"
        keyOf={at => rows[at]!.id}
        row={at => (
          <ReportLine
            row={rows[at]!}
            isChosen={chosen.has(rows[at]!.id)}
            onChoose={() => choose(chosen.symmetricDifference(new Set([rows[at]!.id])))}
          />
        )}
        onNearEnd={() => {
          if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
        }}
      />
    </div>
  )
}
