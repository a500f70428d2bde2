import { lazy, Suspense, useEffect } from "react"
import { setPalette, usePaletteOpen } from "./open.ts"

const Palette = lazy(() => import("./Palette.tsx").then(module => ({ default: module.Palette })))

/** The one place of the command palette. In the frame, once: it hears Ctrl-K and Cmd-K. */
export function PaletteHost() {
  const isOpen = usePaletteOpen()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setPalette(true)
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [])
  if (!isOpen) return null
  return (
    <Suspense>
      <Palette />
    </Suspense>
  )
}
