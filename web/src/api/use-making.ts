import { useEffect, useState } from "react"
import { visibleLine } from "../../../src/app/visible.ts"
import { listen } from "./events.ts"

/** How far the case is that is being made anew, in words; "" when what is shown is the case as it is. */
export function useMaking(): string {
  const [words, setWords] = useState("")
  useEffect(
    () =>
      listen(event => {
        if (event.kind === "changed") setWords("")
        if (event.kind === "failed") setWords(`This is the case before the last change: ${visibleLine(event.message)}`)
        if (event.kind !== "making") return
        const { kind, done, of, question } = event.making
        if (Object.keys(question).length === 0)
          setWords(`${kind === "reading" ? "Reading again" : "Putting the case together again"}: ${done} of ${of}`)
      }),
    [],
  )
  return words
}
