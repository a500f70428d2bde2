import type { ReactNode } from "react"
import classes from "./incident.module.css"
import type { SectionHead } from "./sections.ts"

/** A part of the screen under its heading. */
export function Section({
  section: { key, heading, note },
  children,
}: {
  readonly section: SectionHead
  readonly children: ReactNode
}) {
  return (
    <section id={key} aria-labelledby={`${key}-heading`} className={classes.section}>
      <h2 id={`${key}-heading`}>
        {heading} {note !== "" && <small className={classes.note}>{note}</small>}
      </h2>
      {children}
    </section>
  )
}
