import { useMaking } from "../api/use-making.ts"
import classes from "./frame.module.css"

/** Says that the case is being made anew where that takes longer than a moment: what is shown meanwhile is the case before. */
export function Making() {
  const words = useMaking()
  return <span role="status">{words !== "" && <span className={classes.making}>{words}</span>}</span>
}
