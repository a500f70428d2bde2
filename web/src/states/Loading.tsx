import classes from "./states.module.css"

/** Holds the place of lines that are on their way; says what is read after a moment. */
export function Loading({ what, lines = 6 }: { readonly what: string; readonly lines?: number }) {
  return (
    <div className={classes.loading} role="status" aria-label={`Reading ${what}`}>
      <p className={classes.late}>Reading {what} …</p>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <span key={at} className={classes.line} style={{ width: `${92 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
