import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { ItemRef } from "./shown.ts"

/** Address of the screen that shows an item; undefined for what has none of its own. */
export function addressOfItem({ kind, id }: ItemRef): { readonly to: string; readonly search?: object } | undefined {
  switch (kind) {
    case "incident":
      return { to: `/incidents/${id}` }
    case "entity":
      return { to: `/people/${id}` }
    case "report":
      return { to: `/reports/${id}` }
    case "warning":
      return { to: "/warnings", search: { item: id } }
    case "statement":
      return { to: "/statements", search: { item: id } }
    default:
      return undefined
  }
}

/** Leads to the screen of an item; plain words where it has none. `opens`: Enter on the line that holds it does the same. */
export function ItemLink({
  item,
  opens = false,
  children,
}: {
  readonly item: ItemRef
  readonly opens?: boolean
  readonly children: ReactNode
}) {
  const address = addressOfItem(item)
  if (address === undefined) return <>{children}</>
  return (
    <Link to={address.to} search={(address.search ?? {}) as never} {...(opens && { "data-opens": "" })}>
      {children}
    </Link>
  )
}
