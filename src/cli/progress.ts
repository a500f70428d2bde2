import { visibleLine } from "../app/visible.ts"
import type { Io } from "./io.ts"
import { widthOf } from "./io.ts"

/** One line on stderr that is written over; nothing where there is no terminal. */
export interface Progress {
  show(text: string): void
  /** Takes the line away. */
  end(): void
}

/** Time between two changes of the line: faster is only flicker. */
const INTERVAL_MS = 80

export function progressOn({ err, env }: Io, now: () => Date): Progress {
  if (!err.isTerminal || env.TERM === "dumb") return { show() {}, end() {} }
  let shownAt = 0
  let isShown = false
  return {
    show(text) {
      const at = now().getTime()
      if (at - shownAt < INTERVAL_MS) return
      shownAt = at
      isShown = true
      err.write(`\r\u001b[K${visibleLine(text).slice(0, widthOf(err) - 1)}`)
    },
    end() {
      if (isShown) err.write("\r\u001b[K")
      isShown = false
    },
  }
}
