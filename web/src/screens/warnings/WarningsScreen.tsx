import { SegmentedControl } from "@mantine/core"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import type { WarningsView } from "../../../../src/app/views/warnings/warnings-view.ts"
import { counted } from "../../../../src/app/words.ts"
import { useView } from "../../api/views.ts"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { Pages } from "../incidents/Pages.tsx"
import type { WarningsSearch } from "./search.ts"
import { WarningChart } from "./WarningChart.tsx"
import { WarningFilters } from "./WarningFilters.tsx"
import { WarningTable } from "./WarningTable.tsx"
import classes from "./warnings.module.css"

/** Warnings on a page. */
const SIZE = 100

/** The ledger: who warned whom of what, when, and what came of it. */
export function WarningsScreen() {
  const { page = 1, item: _item, as: _as, ...asked } = useSearch({ strict: false }) as WarningsSearch
  const { outcome, channel, kind, hindsight, issuer, incident, sort, order } = asked
  const view = useView<WarningsView>("/warnings", {
    outcome,
    channel,
    kind,
    hindsight,
    issuer,
    incident,
    sort,
    order,
    offset: (page - 1) * SIZE,
    limit: SIZE,
  })
  return (
    <div className="wide">
      <h1 className={classes.title}>Warnings</h1>
      <View of={view} what="the ledger of warnings">
        {answer => <Ledger view={answer} page={page} />}
      </View>
    </div>
  )
}

function Ledger({ view, page }: { readonly view: WarningsView; readonly page: number }) {
  const search = useSearch({ strict: false }) as WarningsSearch
  const navigate = useNavigate()
  const change = (next: Partial<Record<keyof WarningsSearch, string | undefined>>) =>
    void navigate({
      to: ".",
      search: ((old: object) => ({ ...old, ...next })) as never,
      replace: true,
      resetScroll: false,
    })
  if (view.inCase === 0)
    return (
      <Notice title="No warnings">
        No report of this case tells of a warning, a threat or a forecast, which does not say that there was none.{" "}
        <Link to="/add">Add reports</Link> that look back.
      </Notice>
    )
  const onOpen = (id: string) => change({ item: id === search.item ? undefined : id })
  return (
    <>
      <p className={classes.lead}>
        Who warned whom of what, and what came of it.
        {view.hasHindsight && (
          <>
            {" "}
            <b>Told only after the event</b>: {view.hindsightWords}.
          </>
        )}
      </p>
      <WarningFilters view={view} search={search} onChange={next => change({ ...next, page: undefined })} />
      <div className={classes.bar}>
        <p aria-live="polite">
          {view.total === view.inCase
            ? counted(view.total, "warning")
            : `${view.total} of ${counted(view.inCase, "warning")}`}
        </p>
        <SegmentedControl
          size="xs"
          aria-label="Shown as"
          value={search.as ?? "table"}
          onChange={value => change({ as: value === "chart" ? "chart" : undefined })}
          data={[
            { value: "table", label: "Table" },
            { value: "chart", label: "Chart" },
          ]}
        />
      </div>
      {view.total === 0 ? (
        <Notice title="None of this kind">
          <Link to="/warnings" search={{}}>
            Show all warnings
          </Link>
          .
        </Notice>
      ) : search.as === "chart" ? (
        <WarningChart view={view} open={search.item} onOpen={onOpen} />
      ) : (
        <WarningTable rows={view.rows} open={search.item} onOpen={onOpen} />
      )}
      <Pages page={page} size={SIZE} total={view.total} />
    </>
  )
}
