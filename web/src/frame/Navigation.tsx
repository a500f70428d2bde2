import { Link } from "@tanstack/react-router"
import { useCase } from "../api/views.ts"
import classes from "./frame.module.css"
import { places } from "./places.ts"

/** The places of the app, each with how much is there. */
export function Navigation() {
  const { data } = useCase()
  return (
    <nav aria-label="Places of the app">
      <ul className={classes.places}>
        {places.map(({ path, name, count }) => (
          <li key={path}>
            <Link
              to={path as "/"}
              className={classes.place}
              activeOptions={{ exact: path === "/", includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {name}
              {count !== undefined && data && <span className={classes.count}>{count(data.counts)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
