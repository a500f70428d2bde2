import type { ComparisonView } from "../../../../src/app/views/reports/comparison-view.ts"
import classes from "./comparison.module.css"

/** What the grounds and marks mean, with how many passages there are of each. */
export function Legend({ counts }: { readonly counts: ComparisonView["counts"] }) {
  const shown = [
    { style: classes.verbatim, words: "same words", count: counts.verbatim },
    { style: classes.near, words: "nearly the same", count: counts.near },
    { style: classes.paraphrase, words: "reworded", count: counts.paraphrase + counts.translation },
  ].filter(({ count }) => 0 < count)
  return (
    <ul className={classes.legend} aria-label="What the marks mean">
      {shown.map(({ style, words, count }) => (
        <li key={words}>
          <i className={`${classes.swatch} ${style}`} aria-hidden />
          {words} ({count})
        </li>
      ))}
      {0 < counts.near && (
        <li>
          <ins>other words</ins>
        </li>
      )}
      {0 < counts.paraphrase + counts.translation && (
        <li>
          <b>words in common</b>
        </li>
      )}
      <li>plain: only in one</li>
    </ul>
  )
}
