import { useEffect, useState } from "react"
import { visibleLine } from "../../../src/app/visible.ts"
import { listen } from "../api/events.ts"
import classes from "./frame.module.css"

/** Says that the case is being made anew where that takes longer than a moment: what is shown meanwhile is the case before. */
export function Making() {
  const [words, setWords] = useState("")
  useEffect(
    () =>
      listen(event => {
        if (event.kind === "changed") setWords("")
        if (event.kind === "failed") setWords(`This is the case before the last change: ${visibleLine(event.message)}`)
        if (event.kind !== "making") return
        const { kind, done, of, question } = event.making
        if (Object.keys(question).length === 0)
          setWords(`${kind === "reading" ? "Reading again" : "Putting together again"}: ${done} of ${of}`)
      }),
    [],
  )
  return <span role="status">{words !== "" && <span className={classes.making}>{words}</span>}</span>
}
