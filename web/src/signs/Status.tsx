import type { Status as StatusOf } from "../../../src/core/status.ts"
import classes from "./signs.module.css"

/** How an incident stands: the outline of a small square, and always the word. */
export function Status({ of }: { readonly of: StatusOf }) {
  return (
    <span className={`${classes.sign} ${classes[of] ?? ""}`}>
      <i className={classes.box} aria-hidden />
      {of}
    </span>
  )
}
