import { visibleLine } from "../../../src/app/visible.ts"
import { originsInWords } from "../../../src/app/words.ts"
import type { OriginCount } from "../../../src/core/casefile.ts"
import classes from "./signs.module.css"

/** Ticks drawn at most; a longer row would be counted by nobody. */
const MOST_TICKS = 10

/** One tick for each origin, hollow where it is unproven, and the same in words; `wordless` where the words stand beside it already. */
export function Origins({ of, wordless = false }: { readonly of: OriginCount; readonly wordless?: boolean }) {
  const solid = "▮".repeat(Math.min(of.low, MOST_TICKS))
  const hollow = "▯".repeat(Math.max(0, Math.min(of.high, MOST_TICKS) - solid.length))
  return (
    <span className={classes.sign} title={visibleLine(of.names.join("; "))}>
      <span className={classes.ticks} aria-hidden>
        {solid}
        {hollow}
      </span>
      {!wordless && originsInWords(of)}
    </span>
  )
}
