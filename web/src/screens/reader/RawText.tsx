import type { RawPiece } from "../../../../src/app/views/reader/reader-schema.ts"
import { visible } from "../../../../src/app/visible.ts"
import classes from "./reader.module.css"

interface Place {
  readonly start: number
  readonly end: number
}

/** What arrived, as text: the story in ink, what was left out and what is around it in grey. `names`: those of victims and private people are shown. */
export function RawText({
  piece,
  found,
  names,
}: {
  readonly piece: RawPiece
  readonly found: Place | undefined
  readonly names: boolean
}) {
  const folded = names ? [] : piece.folded
  return (
    <div className={classes.raw}>
      {piece.parts.map(({ text, start, kind, label, near }) => (
        <span key={start} className={classes[kind]} data-near={near} {...(label !== undefined && { title: label })}>
          {label !== undefined && <span className={classes.rawLabel}>{label}</span>}
          {cut(text, start, found, folded).map(one => {
            const words = one.isName
              ? one.isFirst && <span className={classes.folded}>a named person</span>
              : visible(one.text)
            return one.isFound ? (
              <mark key={one.start} data-found>
                {words}
              </mark>
            ) : (
              <span key={one.start}>{words}</span>
            )
          })}
        </span>
      ))}
    </div>
  )
}

interface Cut {
  readonly text: string
  readonly start: number
  readonly isFound: boolean
  readonly isName: boolean
  /** The first stretch of the name in this part: a name is folded once. */
  readonly isFirst: boolean
}

/** The text in stretches, cut where the place or a folded name begins or ends. */
function cut(text: string, start: number, found: Place | undefined, folded: readonly Place[]): Cut[] {
  const end = start + text.length
  const near = folded.filter(one => one.start < end && start < one.end)
  const edges = [start, end, ...[...near, ...(found ? [found] : [])].flatMap(one => [one.start, one.end])]
  const places = [...new Set(edges.filter(one => start <= one && one <= end))].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, at) => {
    const name = near.find(one => one.start <= from && from < one.end)
    return {
      text: text.slice(from - start, places[at + 1]! - start),
      start: from,
      isFound: found !== undefined && found.start <= from && from < found.end,
      isName: name !== undefined,
      isFirst: name !== undefined && from === Math.max(start, name.start),
    }
  })
}
