import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { DecidedView, DecisionsView } from "../../../../src/app/views/review/decisions-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { useDecide } from "../../actions/decide.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { ReportMarks } from "../../evidence/ReportMarks.tsx"
import { usePages } from "../../lists/pages.ts"
import { VirtualRows } from "../../lists/VirtualRows.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Failed } from "../../states/Failed.tsx"
import { Loading } from "../../states/Loading.tsx"
import { Notice } from "../../states/Notice.tsx"
import classes from "./review.module.css"
import { Who } from "./Who.tsx"

/** The log of decisions: nothing is ever taken out of it, and each can be withdrawn. */
export function LogScreen() {
  const pages = usePages<DecisionsView>("/review/log")
  const view = pages.data?.pages[0]
  const rows = pages.data?.pages.flatMap(page => page.rows) ?? []
  return (
    <div className={`wide ${classes.screen}`}>
      <p className={classes.what}>
        <Link to={"/review" as "/"}>Review</Link>
      </p>
      <header className={classes.head}>
        <h1 className={classes.title}>Log of decisions</h1>
        <span className={classes.links}>
          <Who />
        </span>
      </header>
      {view === undefined ? (
        pages.isError ? (
          <Failed error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Loading what="the log of decisions" />
        )
      ) : view.total === 0 ? (
        <Notice title="Nobody has decided anything yet">
          <p>
            What people accept, correct, merge or take out is listed here, with who did it, when, and on which words.{" "}
            <Link to={"/review" as "/"}>Begin with the queue</Link>.
          </p>
        </Notice>
      ) : (
        <>
          <p className={classes.reason}>
            {counted(view.total, "decision")}, {view.applying} of them in force. The log only grows: who withdraws a
            decision adds a line. An export of the case as JSON carries it.
          </p>
          <VirtualRows
            count={rows.length}
            height={64}
            row={at => <Row decision={rows[at]!} />}
            keyOf={at => rows[at]!.id}
            stops="[data-row]"
            label="Decisions, the latest first"
            onNearEnd={pages.hasNextPage && !pages.isFetching ? () => void pages.fetchNextPage() : undefined}
          />
        </>
      )}
    </div>
  )
}

function Row({ decision }: { readonly decision: DecidedView }) {
  const { id, by, day, decidedAt, words, note, applies, withdrawn, state, about, evidence, action } = decision
  const { mutate, isPending, error } = useDecide()
  return (
    <Evident className={classes.decision!} evidence={evidence} claim={visibleLine(words)}>
      <span>
        <Decided by={by} /> {visibleLine(by)}
        <span className={classes.small} title={decidedAt}>
          {day}, {decidedAt.slice(11, 16)} UTC
        </span>
      </span>
      <span
        data-row
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the focus shows the words behind it, as the pointer does
        tabIndex={0}
        className={withdrawn ? classes.withdrawn : undefined}
      >
        {about ? <ItemLink item={about}>{visibleLine(words)}</ItemLink> : visibleLine(words)}{" "}
        <ReportMarks of={evidence} />
        {note !== "" && <span className={classes.small}>“{visibleLine(note)}”</span>}
      </span>
      <span className={applies ? classes.small : classes.out}>{visibleLine(state)}</span>
      <span>
        {!withdrawn && (
          <Button
            variant="default"
            size="compact-xs"
            disabled={isPending}
            aria-label={`${action === "withdraw" ? "Take back" : "Withdraw"}: ${visibleLine(words)}`}
            onClick={() => mutate({ action: "withdraw", item: id, called: visibleLine(words) })}
          >
            {action === "withdraw" ? "Take back" : "Withdraw"}
          </Button>
        )}
        {error && <span role="alert">{visibleLine(error.message)}</span>}
      </span>
    </Evident>
  )
}
