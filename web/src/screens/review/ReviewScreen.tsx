import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { useCallback, useEffect, useState } from "react"
import type { ReviewView } from "../../../../src/app/views/review/review-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { useMessage } from "../../actions/message.ts"
import { type Pages, usePages } from "../../lists/pages.ts"
import { Failed } from "../../states/Failed.tsx"
import { Loading } from "../../states/Loading.tsx"
import { Notice } from "../../states/Notice.tsx"
import { Item } from "./Item.tsx"
import classes from "./review.module.css"
import { Who } from "./Who.tsx"

/** What the address of the queue may carry: the item that is looked at, and the kind of doubt. */
export interface ReviewSearch {
  item?: string
  kind?: string
}

/** The queue of what is left to look at: one item at a time, with its words beside it, by keys alone. */
export function ReviewScreen() {
  const { kind } = useSearch({ strict: false }) as ReviewSearch
  const pages = usePages<ReviewView>("/review", { kind })
  const view = pages.data?.pages[0]
  if (view === undefined)
    return (
      <div className="wide">
        {pages.isError ? (
          <Failed error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Loading what="what is left to look at" lines={10} />
        )}
      </div>
    )
  return <Queue pages={pages} view={view} />
}

function Queue({ pages, view }: { readonly pages: Pages<ReviewView>; readonly view: ReviewView }) {
  const search = useSearch({ strict: false }) as ReviewSearch
  const navigate = useNavigate()
  // What was just decided is gone at once; the answer that follows says so too.
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState("")
  const rows = pages.data!.pages.flatMap(page => page.rows).filter(({ key }) => !gone.has(key))
  // What was taken back is in the queue again.
  const message = useMessage()
  useEffect(() => {
    if (message !== undefined && message.undo === undefined) setGone(new Set())
  }, [message])
  const asked = rows.findIndex(({ key }) => key === search.item)
  const at = Math.max(0, asked)
  const current = rows[at]
  const go = useCallback(
    (item: string | undefined) =>
      void navigate({
        to: ".",
        search: (old: object) => ({ ...old, item }) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const move = (by: number) => {
    const next = rows[at + by]
    if (next) go(next.key)
    if (rows.length - 10 < at + by && pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage()
  }
  const onDecided = (key: string, done: Promise<unknown>) => {
    setFailure("")
    setGone(old => new Set([...old, key]))
    go((rows[at + 1] ?? rows[at - 1])?.key)
    done.catch((error: Error) => {
      setGone(old => new Set([...old].filter(one => one !== key)))
      setFailure(error.message)
      go(key)
    })
  }
  return (
    <div className={`wide ${classes.screen}`}>
      <header className={classes.head}>
        <h1 className={classes.title}>Review</h1>
        <Progress view={view} />
        <span className={classes.links}>
          <Link to={"/review/log" as "/"}>Log of decisions</Link>
          {0 < view.agreed && (
            <Link to={"/review/agreed" as "/"}>Accept {counted(view.agreed, "agreed fact")} together</Link>
          )}
          <Who />
        </span>
      </header>
      <Kinds view={view} asked={search.kind} />
      {failure !== "" && (
        <p role="alert" className={classes.error}>
          {visibleLine(failure)}
        </p>
      )}
      {current === undefined ? (
        <Notice title={search.kind === undefined ? "Nothing is left to look at" : "Nothing of this kind is left"}>
          {search.kind === undefined ? (
            <p>
              Disputes, doubtful joins and the like come here when reports bring them. What was decided is in the{" "}
              <Link to={"/review/log" as "/"}>log of decisions</Link>.
            </p>
          ) : (
            <Link to={"/review" as "/"}>Show the whole queue</Link>
          )}
        </Notice>
      ) : (
        <div className={classes.columns}>
          <ol className={classes.queue} aria-label="Left to look at">
            {rows.slice(Math.max(0, at - 4), at + 14).map(row => (
              <li key={row.key}>
                <Link
                  to={"/review" as "/"}
                  search={(old: object) => ({ ...old, item: row.key }) as never}
                  replace
                  resetScroll={false}
                  aria-current={row.key === current.key ? "true" : undefined}
                  className={classes.line}
                >
                  <span className={classes.lineTitle}>{visibleLine(row.title)}</span>
                  <span className={classes.lineKind}>{kindName(view, row.kind)}</span>
                </Link>
              </li>
            ))}
            {at + 14 < view.total && <li className={classes.rest}>and {view.total - at - 14} more</li>}
          </ol>
          <Item
            key={current.key}
            id={current.key}
            onNext={() => move(1)}
            onPrevious={() => move(-1)}
            onDecided={done => onDecided(current.key, done)}
          />
        </div>
      )}
    </div>
  )
}

const kindName = (view: ReviewView, kind: string) => view.kinds.find(one => one.kind === kind)?.words ?? kind

/** How far people have come, in words and as a thin bar. */
function Progress({ view: { decided, left } }: { readonly view: ReviewView }) {
  const all = decided + left
  return (
    <span className={classes.progress}>
      <span>
        {decided} of {all} looked at
      </span>
      <progress max={Math.max(1, all)} value={decided} aria-label={`${decided} of ${all} looked at`} />
    </span>
  )
}

/** The kinds of doubt, each with how many are left; one of them alone when it is chosen. */
function Kinds({ view, asked }: { readonly view: ReviewView; readonly asked: string | undefined }) {
  return (
    <ul className={classes.kinds} aria-label="Kinds of doubt">
      <li>
        <Link
          to={"/review" as "/"}
          search={{ kind: undefined } as never}
          // Without this it is taken for where one is whatever kind is chosen.
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          className={`${classes.kind} ${asked === undefined ? classes.chosenKind : ""}`}
        >
          Everything {view.left}
        </Link>
      </li>
      {view.kinds
        .filter(({ left }) => 0 < left)
        .map(({ kind, words, left }) => (
          <li key={kind}>
            <Link
              to={"/review" as "/"}
              search={{ kind } as never}
              className={`${classes.kind} ${asked === kind ? classes.chosenKind : ""}`}
            >
              {words} {left}
            </Link>
          </li>
        ))}
    </ul>
  )
}
