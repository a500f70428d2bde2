import { Link } from "@tanstack/react-router"
import classes from "./incidents.module.css"

/** The way to the other pages of a list; nothing when all fits on one. */
export function Pages({ page, size, total }: { readonly page: number; readonly size: number; readonly total: number }) {
  const last = Math.ceil(total / size)
  if (last <= 1) return null
  const to = (next: number) => ({ to: ".", search: (old: object) => ({ ...old, page: next === 1 ? undefined : next }) })
  return (
    <nav aria-label="Pages" className={classes.pages}>
      {1 < page && <Link {...(to(page - 1) as { to: "/" })}>Before</Link>}
      <span>
        {(page - 1) * size + 1} to {Math.min(page * size, total)} of {total}
      </span>
      {page < last && <Link {...(to(page + 1) as { to: "/" })}>Next</Link>}
    </nav>
  )
}
