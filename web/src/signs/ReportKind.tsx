import type { ReportKind as Kind } from "../../../src/app/words.ts"
import { reportKindInWords } from "../../../src/app/words.ts"
import classes from "./signs.module.css"

/** The same shapes as in the picture of who rests on whom: a known origin is a full round, one that is not proven a ring, what rests on others a small dot. */
function shapeOf(kind: Kind): string {
  if (kind === "wire" || kind === "own-reporting") return classes.known ?? ""
  return (kind === "unproven" ? classes.ring : classes.dot) ?? ""
}

/** Where the text of a report comes from: shape and words. */
export function ReportKind({ of }: { readonly of: Kind }) {
  return (
    <span className={classes.sign}>
      <i aria-hidden className={`${classes.shape} ${shapeOf(of)}`} />
      {reportKindInWords(of)}
    </span>
  )
}
