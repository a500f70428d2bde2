import { useNavigate } from "@tanstack/react-router"
import { useEffect } from "react"

/** A key and what it does, as the help lists it. Keys that are pressed together stand in one text. */
export interface Key {
  readonly press: readonly string[]
  readonly does: string
}

/** Keys that do the same on every screen. */
export const keys: readonly Key[] = [
  { press: ["Tab", "Shift Tab"], does: "to the next thing, and back; the words behind it stand at the right" },
  { press: ["↑", "↓"], does: "to the line above or below in a list or table" },
  { press: ["Enter"], does: "opens what has the focus" },
  { press: ["."], does: "what can be done with it: accept, correct, reject" },
  { press: ["j", "k"], does: "in a report: to the next highlight, and back; Enter opens what it became" },
  { press: ["n", "p"], does: "in a report: to the next report, and the one before" },
  { press: ["Ctrl K"], does: "search, or go anywhere by name" },
  { press: ["Esc"], does: "closes what lies on top" },
  { press: ["?"], does: "these keys" },
]

/** Whether letters go into a field, so that no key may mean anything else. */
export function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** Opens the help at `?`. To be used once, in the frame. */
export function useHelpKey(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      event.preventDefault()
      void navigate({ to: "/help", hash: "keys" })
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [navigate])
}
