import { lazy, Suspense, useEffect } from "react"
import { usePointed } from "../evidence/shown.ts"
import { MessageBar } from "./MessageBar.tsx"
import { openActions, useOpenItem } from "./open.ts"

const ActionDialog = lazy(() => import("./ActionDialog.tsx").then(module => ({ default: module.ActionDialog })))

/** The one place of the dialog and of the message that follows. In the frame, once: it hears ".", the key of actions. */
export function ActionHost() {
  const item = useOpenItem()
  const shown = usePointed()
  const focused = shown?.item
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as Element).closest("input, textarea, select, [contenteditable]")
      if (event.key !== "." || isTyping || event.ctrlKey || event.metaKey || event.altKey || !focused) return
      event.preventDefault()
      openActions(focused)
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [focused])
  return (
    <>
      {item && (
        <Suspense>
          <ActionDialog key={item.id} item={item} />
        </Suspense>
      )}
      <MessageBar />
    </>
  )
}
