import { visibleLine } from "../../../../src/app/visible.ts"
import classes from "./add.module.css"

/** Why something was not taken, in the API's words. */
export function Refusal({ error }: { readonly error: Error | null }) {
  return (
    <div role="alert" className={classes.refusal}>
      {error && visibleLine(error.message)}
    </div>
  )
}
