import { Button } from "@mantine/core"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { useEffect, useRef } from "react"
import type { ComparisonView } from "../../../../src/app/views/reports/comparison-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useView } from "../../api/views.ts"
import { isTyping } from "../../frame/keys.ts"
import { ReportKind } from "../../signs/ReportKind.tsx"
import { Share } from "../../signs/Share.tsx"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import { Alone } from "./Alone.tsx"
import { ChooseReports } from "./ChooseReports.tsx"
import { ComparedRow } from "./ComparedRow.tsx"
import classes from "./comparison.module.css"
import { Legend } from "./Legend.tsx"

/** Two reports beside each other: what both tell stands in one row, other words are marked. */
export function ComparisonScreen() {
  const { a, b } = useSearch({ from: "/reports/compare" })
  const isAsked = a !== undefined && b !== undefined && a !== b
  const comparison = useView<ComparisonView>("/compare", { a, b }, { enabled: isAsked })
  return (
    <div className="wide">
      <h1 className={classes.title}>Two reports compared</h1>
      <ChooseReports a={a} b={b} />
      {isAsked ? (
        <View of={comparison} what="both reports">
          {view => <Compared view={view} />}
        </View>
      ) : (
        <Notice title="Choose two reports">
          Choose them above, or select two in <Link to="/reports">the list of reports</Link>.
        </Notice>
      )}
    </div>
  )
}

function Compared({ view }: { readonly view: ComparisonView }) {
  const { at } = useSearch({ from: "/reports/compare" })
  const navigate = useNavigate({ from: "/reports/compare" })
  const rows = useRef<HTMLDivElement>(null)
  const passages = view.rows.flatMap(({ kind }, row) => (kind === undefined ? [] : [row]))
  const current = at === undefined ? undefined : Number(at)
  const go = (row: number | undefined) => {
    if (row === undefined) return
    const place = rows.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)
    place?.scrollIntoView({ block: "center" })
    place?.focus({ preventScroll: true })
    void navigate({ search: old => ({ ...old, at: String(row) }), replace: true, resetScroll: false })
  }
  const next = () => go(passages.find(row => (current ?? -1) < row))
  const previous = () => go(passages.findLast(row => row < (current ?? view.rows.length)))
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      if (event.key === "n") next()
      else if (event.key === "p") previous()
      else return
      event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address that was shared leads to its row once, when it is opened
  useEffect(() => {
    if (current !== undefined)
      rows.current?.querySelector(`[data-row="${current}"]`)?.scrollIntoView({ block: "center" })
  }, [])
  const place = passages.indexOf(current ?? -1)
  return (
    <>
      <div className={classes.verdict}>
        {view.verdict.map(said => (
          <p key={said}>{visibleLine(said)}</p>
        ))}
      </div>
      <Alone view={view} />
      <div className={classes.bar}>
        <Legend counts={view.counts} />
        {passages.length !== 0 && (
          <span className={classes.steps}>
            <span className={classes.soft}>
              {place < 0 ? `${passages.length} stand side by side` : `${place + 1} of ${passages.length} side by side`}
            </span>
            <Button
              variant="default"
              size="compact-xs"
              onClick={previous}
              disabled={current !== undefined && place === 0}
            >
              Previous (p)
            </Button>
            <Button variant="default" size="compact-xs" onClick={next} disabled={place === passages.length - 1}>
              Next (n)
            </Button>
          </span>
        )}
      </div>
      <div className={classes.heads}>
        <Head row={view.a} shares={view.shares.a} other={`r${view.b.number}`} />
        <Head row={view.b} shares={view.shares.b} other={`r${view.a.number}`} />
      </div>
      <div ref={rows} className={classes.rows}>
        {view.rows.map((row, number) => (
          <ComparedRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a comparison have no other name, and never move
            key={number}
            row={row}
            number={number}
            names={[`r${view.a.number}`, `r${view.b.number}`]}
            isCurrent={number === current}
            onGo={go}
          />
        ))}
      </div>
    </>
  )
}

function Head({
  row,
  shares,
  other,
}: {
  readonly row: ComparisonView["a"]
  readonly shares: ComparisonView["shares"]["a"]
  readonly other: string
}) {
  return (
    <header className={classes.head}>
      <p className={classes.soft}>
        <b>r{row.number}</b> {visibleLine(row.publisher ?? "publisher unknown")}, {row.published}
      </p>
      <h2>
        <Link to={`/reports/${row.id}` as "/"}>{visibleLine(row.title)}</Link>
      </h2>
      <p className={classes.signs}>
        <ReportKind of={row.kind} />
        <Share of={shares} other={other} />
      </p>
    </header>
  )
}
