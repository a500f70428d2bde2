import type { ReactNode } from "react"
import classes from "./states.module.css"

/** A screen, or a part of one, that has nothing to show but a sentence: what is (not) here, and the next step. */
export function Notice({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={classes.notice}>
      <h2 className={classes.title}>{title}</h2>
      {children !== undefined && <div className={classes.words}>{children}</div>}
    </div>
  )
}
