import type { RemovedPiece } from "../../../../src/app/views/reader/reader-schema.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Source } from "../../evidence/Quote.tsx"
import classes from "./reader.module.css"

/** What was left out, where it stood: folded, grey, with its label. */
export function RemovedBlocks({ piece: { near, words, parts } }: { readonly piece: RemovedPiece }) {
  return (
    <div className={classes.piece}>
      <div />
      <details className={classes.removed} data-near={near}>
        <summary>{visibleLine(words)}</summary>
        {parts.map(({ label, text, left }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and never move
          <p key={at}>
            <span className={classes.removedLabel}>{label}</span> <Source text={text} />
            {0 < left && ` … and ${counted(left, "letter")} more, in what arrived`}
          </p>
        ))}
      </details>
      <div />
    </div>
  )
}
