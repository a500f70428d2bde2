import { Link } from "@tanstack/react-router"
import type { ReaderView } from "../../../../src/app/views/reader/reader-schema.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { ReportName } from "../../evidence/ReportName.tsx"
import { ReportCard } from "../../reports/ReportCard.tsx"
import classes from "./reader.module.css"

/** What is known of the report in two lines, and the way to its neighbours. */
export function ReaderHead({ view }: { readonly view: ReaderView }) {
  const { report, previous, next, unread } = view
  const { id, number, publisher, published, byline, url, file, cleaning, copyOf } = report
  const isAddress = url !== undefined && /^https?:\/\//i.test(url)
  const hasTitle = view.pieces.some(piece => piece.kind === "block" && piece.label === "title")
  // A page has one heading above all: the report's own title where it is shown.
  const First = hasTitle ? "p" : "h1"
  return (
    <header className={classes.head}>
      <First className={classes.from}>
        <strong>r{number}</strong> {visibleLine(publisher ?? "publisher unknown")} · {published}
        {byline !== undefined && <> · {visibleLine(byline)}</>}
        <span className={classes.neighbours}>
          <Neighbour id={previous} name="previous" press="p" />
          <Neighbour id={next} name="next" press="n" />
        </span>
      </First>
      <p className={classes.about}>
        {isAddress ? (
          <a href={url} target="_blank" rel="noreferrer">
            {visibleLine(url)}
          </a>
        ) : (
          visibleLine(file ?? "")
        )}
        {cleaning !== "" && <> · {visibleLine(cleaning)}</>}
      </p>
      <ReportCard id={id} />
      {copyOf && (
        <p className={classes.notice}>
          An exact copy of <ReportName head={copyOf} />: what it tells is counted there.
        </p>
      )}
      {unread !== undefined && <p className={classes.notice}>{visibleLine(unread)}</p>}
    </header>
  )
}

function Neighbour({
  id,
  name,
  press,
}: {
  readonly id: string | undefined
  readonly name: string
  readonly press: string
}) {
  if (id === undefined) return <span className={classes.none}>{name}</span>
  return (
    <Link
      to="/reports/$id"
      params={{ id }}
      search={({ off }) => (off === undefined ? {} : { off })}
      from="/reports/$id"
    >
      {name} <kbd>{press}</kbd>
    </Link>
  )
}
