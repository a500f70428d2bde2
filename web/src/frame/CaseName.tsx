import { Link } from "@tanstack/react-router"
import { visibleLine } from "../../../src/app/visible.ts"
import { useCase } from "../api/views.ts"
import classes from "./frame.module.css"

/** "Heed" and the case that is open. */
export function CaseName() {
  const { data } = useCase()
  return (
    <Link to="/" className={classes.case}>
      <strong>Heed</strong>
      <span className={classes.name}>{data ? visibleLine(data.name) : ""}</span>
    </Link>
  )
}
