import { Fragment } from "react"
import type { BriefLine } from "../../../../src/app/views/brief-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Mark, type Note } from "../../evidence/Marks.tsx"
import type { ItemRef } from "../../evidence/shown.ts"
import classes from "./brief.module.css"

export type Notes = ReadonlyMap<number, Note>

/** Words and marks of a line as the brief has them; what its signs say is drawn elsewhere. */
export function Words({ line, notes }: { readonly line: BriefLine; readonly notes: Notes }) {
  const item = itemOf(line)
  return (
    <>
      {line.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line never move
        <Fragment key={at}>
          {"mark" in part ? (
            notes.has(part.mark) && <Mark note={notes.get(part.mark)!} {...(item && { item })} />
          ) : part.sign ? null : part.aside ? (
            <span className={classes.aside}>{visibleLine(part.text)}</span>
          ) : (
            <Columns text={part.text} />
          )}
        </Fragment>
      ))}
    </>
  )
}

/** Three spaces part the columns of a line in a brief; here a gap does. */
function Columns({ text }: { readonly text: string }) {
  const columns = text.split("   ")
  return (
    <>
      {columns.map((column, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns of a line never move
        <Fragment key={at}>
          {0 < at && <span className={classes.gap}> </span>}
          {visibleLine(column)}
        </Fragment>
      ))}
    </>
  )
}

/** The item that a line stands for. */
export const itemOf = ({ id, kind }: BriefLine): ItemRef | undefined =>
  id === undefined || kind === undefined ? undefined : { kind, id }
