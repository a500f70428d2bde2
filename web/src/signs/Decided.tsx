import { visibleLine } from "../../../src/app/visible.ts"
import classes from "./signs.module.css"

/** A small initial beside what a person decided, with what was done; what only the machine says has none. */
export function Decided({ by, words = `decided by ${by}` }: { readonly by: string; readonly words?: string }) {
  return (
    <span className={classes.decided} title={visibleLine(words)}>
      {visibleLine(by).slice(0, 1).toUpperCase()}
      <span className={classes.hidden}>: {visibleLine(words)}</span>
    </span>
  )
}
