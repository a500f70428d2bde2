import classes from "./signs.module.css"

/** A small initial beside what a person decided; what only the machine says has none. */
export function Decided({ by }: { readonly by: string }) {
  return (
    <span className={classes.decided} title={`decided by ${by}`}>
      {by.slice(0, 1).toUpperCase()}
    </span>
  )
}
