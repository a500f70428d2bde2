import { Fragment } from "react"
import type { RawPiece } from "../../../../src/app/views/reader/reader-schema.ts"
import { visible } from "../../../../src/app/visible.ts"
import classes from "./reader.module.css"

interface Place {
  readonly start: number
  readonly end: number
}

/** What arrived, as text: the story in ink, what was left out and what is around it in grey. */
export function RawText({ piece, found }: { readonly piece: RawPiece; readonly found: Place | undefined }) {
  return (
    <div className={classes.raw}>
      {piece.parts.map(({ text, start, kind, label, near }) => (
        <span key={start} className={classes[kind]} data-near={near} {...(label !== undefined && { title: label })}>
          {label !== undefined && <span className={classes.rawLabel}>{label}</span>}
          {cutAt(text, start, found).map(([part, isFound], at) =>
            isFound ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: three parts at most, which never move
              <mark key={at} data-found>
                {visible(part)}
              </mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: three parts at most, which never move
              <Fragment key={at}>{visible(part)}</Fragment>
            ),
          )}
        </span>
      ))}
    </div>
  )
}

/** The text before, within and behind the place. */
function cutAt(text: string, start: number, found: Place | undefined): (readonly [part: string, isFound: boolean])[] {
  if (found === undefined) return [[text, false]]
  const from = Math.max(0, Math.min(text.length, found.start - start))
  const to = Math.max(from, Math.min(text.length, found.end - start))
  const parts = [
    [text.slice(0, from), false],
    [text.slice(from, to), true],
    [text.slice(to), false],
  ] as const
  return parts.filter(([part]) => part !== "")
}
