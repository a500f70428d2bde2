import { Button } from "@mantine/core"
import type { ItemRef } from "../evidence/shown.ts"
import { openActions } from "./open.ts"

/** What a person can do with an item: one button, and a dialog with everything that goes. The key "." opens the same for whatever has the focus. */
export function Actions({ item, label = "Decide" }: { readonly item: ItemRef; readonly label?: string }) {
  return (
    <Button variant="default" size="compact-xs" aria-haspopup="dialog" onClick={() => openActions(item)}>
      {label} …
    </Button>
  )
}
