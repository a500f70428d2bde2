import { Link } from "@tanstack/react-router"
import { Notice } from "./Notice.tsx"

/** Shown for an address that leads nowhere. */
export function NoSuchPlace() {
  return (
    <div className="prose">
      <Notice title="There is nothing at this address">
        It may have been mistyped. <Link to="/">Go to the brief</Link>.
      </Notice>
    </div>
  )
}
