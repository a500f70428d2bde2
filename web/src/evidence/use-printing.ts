import { useEffect, useState } from "react"
import { flushSync } from "react-dom"

/** Whether the page is being put on paper. What depends on it stands there before the page is laid out. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const paper = matchMedia("print")
    const set = (next: boolean) => flushSync(() => setPrinting(next))
    const onChange = () => set(paper.matches)
    const onBefore = () => set(true)
    const onAfter = () => set(false)
    paper.addEventListener("change", onChange)
    addEventListener("beforeprint", onBefore)
    addEventListener("afterprint", onAfter)
    return () => {
      paper.removeEventListener("change", onChange)
      removeEventListener("beforeprint", onBefore)
      removeEventListener("afterprint", onAfter)
    }
  }, [])
  return isPrinting
}
