import { Link } from "@tanstack/react-router"
import { memo, type ReactNode } from "react"
import type { BlockPiece, HighlightKind } from "../../../../src/app/views/reader/reader-schema.ts"
import { visible, visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Source } from "../../evidence/Quote.tsx"
import { Origins } from "../../signs/Origins.tsx"
import classes from "./reader.module.css"
import { type Segment, segmentsOf } from "./segments.ts"

/** How the text is shown: which kinds are marked, what is folded and muted, and where the reader is. */
export interface Showing {
  readonly off: ReadonlySet<HighlightKind>
  readonly names: boolean
  readonly mute: boolean
  readonly repairs: boolean
  readonly found: { readonly start: number; readonly end: number } | undefined
  /** Key of the item that is looked at. */
  readonly current: string | undefined
  readonly unmuted: ReadonlySet<number>
}

/** Labels that stand in the margin, where the look of the block does not say what it is. */
const told: Readonly<Record<string, string>> = {
  byline: "byline",
  dateline: "dateline",
  caption: "caption",
  credit: "credit",
  "pull-quote": "pull quote",
  "list-item": "list item",
}

/** A block of the clean text, or a part of one, with all that was read in it. */
export const BlockText = memo(function BlockText({
  piece,
  showing,
}: {
  readonly piece: BlockPiece
  readonly showing: Showing
}) {
  const { off, names, repairs, found } = showing
  const highlights = piece.highlights.filter(one => !off.has(one.kind) || (one.folded && !names))
  const segments = segmentsOf(piece, { highlights, found, withRepairs: repairs })
  const Tag = piece.opens && piece.label === "title" ? "h1" : piece.opens && piece.label === "heading" ? "h2" : "p"
  const isLong = !piece.opens
  return (
    <div className={`${classes.piece} ${isLong ? classes.goesOn : ""}`}>
      <div className={classes.label} aria-hidden={told[piece.label] === undefined}>
        {piece.opens && told[piece.label]}
      </div>
      <Tag className={`${classes.block} ${classes[piece.label] ?? ""}`} data-near={piece.start}>
        {bySentence(segments, piece, showing)}
      </Tag>
      <Margin piece={piece} />
    </div>
  )
})

/** Segments, those of a muted sentence behind a veil. */
function bySentence(segments: readonly Segment[], piece: BlockPiece, showing: Showing): ReactNode[] {
  const parts: ReactNode[] = []
  for (let at = 0; at < segments.length; at++) {
    const { sentence, start } = segments[at]!
    const place = piece.distressing[sentence]
    if (!showing.mute || place === undefined || showing.unmuted.has(place.start)) {
      parts.push(<SegmentText key={start} segment={segments[at]!} piece={piece} showing={showing} />)
      continue
    }
    const first = at
    while (segments[at + 1]?.sentence === sentence) at++
    parts.push(
      <button
        key={`muted ${start}`}
        type="button"
        className={classes.muted}
        data-muted={place.start}
        aria-label="a distressing passage, muted; press to read it"
      >
        <span aria-hidden>
          {visible(
            segments
              .slice(first, at + 1)
              .map(one => one.text)
              .join(""),
          )}
        </span>
      </button>,
    )
  }
  return parts
}

function SegmentText({
  segment,
  piece,
  showing,
}: {
  readonly segment: Segment
  readonly piece: BlockPiece
  readonly showing: Showing
}) {
  const { start, text, highlights, stops, isFound, repair } = segment
  const shown = highlights.filter(one => !showing.off.has(one.kind))
  const folded = !showing.names && highlights.some(one => one.folded)
  const isCurrent = showing.current !== undefined && highlights.some(one => one.item === showing.current)
  // A name is folded once, however many stretches it is cut into.
  const isFirst = highlights.some(one => one.folded && Math.max(one.start, piece.start) === start)
  let inner: ReactNode = folded ? (
    isFirst ? (
      <span className={classes.folded}>a named person</span>
    ) : null
  ) : (
    <Source text={text} />
  )
  if (inner === null) return null
  if (repair)
    inner = (
      <span className={classes.repair} title={`${repair.what}; what arrived: ${visibleLine(repair.was)}`}>
        {inner}
      </span>
    )
  for (const { kind } of [...shown].reverse()) inner = <span className={classes[kind]}>{inner}</span>
  const look = [isFound ? classes.found : "", isCurrent ? classes.current : ""].join(" ")
  const place = { "data-start": start, ...(folded && { "data-folded": true }), ...(isFound && { "data-found": true }) }
  // White space is no button: nobody could tell what it says.
  if (shown.length === 0 || (!folded && text.trim() === ""))
    return look.trim() === "" && !folded ? (
      <span {...place}>{inner}</span>
    ) : (
      <span className={look} {...place}>
        {inner}
      </span>
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element does not break over lines as the words it holds do
    <span
      {...place}
      className={`${classes.highlight} ${look}`}
      role="button"
      tabIndex={-1}
      data-items={shown.map(one => one.item).join(" ")}
      {...(stops && { "data-stop": true })}
    >
      {inner}
    </span>
  )
}

/** Shared reports named in the margin, at most. */
const MOST_SHARED = 3

/** What stands beside a block: which incidents it tells of, in how many reports they are told, and where else the same words stand. */
function Margin({ piece: { tellings, shared } }: { readonly piece: BlockPiece }) {
  if (tellings.length === 0 && shared.length === 0) return <div />
  return (
    <div className={classes.margin}>
      {tellings.map(({ incident, code, title, reports, origins }) => (
        <p key={incident}>
          <Link to={`/incidents/${incident}` as "/"} title={visibleLine(title)}>
            {code}
          </Link>{" "}
          {counted(reports, "report")} <Origins of={origins} wordless />
        </p>
      ))}
      {0 < shared.length && (
        <p>
          also in{" "}
          {shared.slice(0, MOST_SHARED).map(({ report, number, at, kind }, index) => (
            <span key={report}>
              {0 < index && ", "}
              <Link
                to={`/reports/${report}` as "/"}
                search={{ at: `${at.start}-${at.end}` } as never}
                title={kind}
                aria-label={`report ${number}, at the same words`}
              >
                r{number}
              </Link>
            </span>
          ))}
          {MOST_SHARED < shared.length && ` and ${shared.length - MOST_SHARED} more`}
        </p>
      )}
    </div>
  )
}
