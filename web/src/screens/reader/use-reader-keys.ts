import { useNavigate } from "@tanstack/react-router"
import { type RefObject, useEffect } from "react"
import type { ReaderView } from "../../../../src/app/views/reader/reader-schema.ts"
import { isTyping } from "../../frame/keys.ts"

/**
 * Keys of the reader: j and k (or the arrows to the side, while a highlight has the focus) go from highlight to highlight,
 * Enter opens what it became, n and p lead to the next report and the one before.
 */
export function useReaderKeys(text: RefObject<HTMLElement | null>, { previous, next }: ReaderView): void {
  const navigate = useNavigate({ from: "/reports/$id" })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
      const page = text.current
      const within = page?.contains(document.activeElement) === true
      const step = stepOf(event.key, within)
      const leads = event.key === "n" ? next : event.key === "p" ? previous : undefined
      if (page && step !== 0) {
        event.preventDefault()
        move(page, step)
      } else if (within && event.key === "Enter") (document.activeElement as HTMLElement).click()
      else if (leads !== undefined) {
        const to = leads
        void navigate({ to: "/reports/$id", params: { id: to }, search: old => ({ ...old, at: undefined }) })
      }
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [text, navigate, previous, next])
}

function stepOf(key: string, within: boolean): number {
  if (key === "j" || (within && key === "ArrowRight")) return 1
  if (key === "k" || (within && key === "ArrowLeft")) return -1
  return 0
}

/** The focus goes to the next highlight; from nowhere, to the first one in view. */
function move(page: HTMLElement, step: number): void {
  const stops = [...page.querySelectorAll<HTMLElement>("[data-stop]")]
  const active = document.activeElement
  const at = stops.indexOf(active as HTMLElement)
  const target =
    at !== -1 ? stops[at + step] : (stops.find(stop => 150 < stop.getBoundingClientRect().bottom) ?? stops.at(-1))
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: "nearest" })
}
