import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { CaseEvent } from "../../../src/app/case-service.ts"

/** Hears what happens to the case. Gives the function that ends it. The browser reconnects by itself. */
export function listen(hear: (event: CaseEvent) => void): () => void {
  const source = new EventSource("/api/events")
  source.onmessage = ({ data }) => hear(JSON.parse(data as string) as CaseEvent)
  return () => source.close()
}

/** Keeps every view true: when the case changes, all are asked again. To be used once, in the frame. */
export function useFreshViews(): void {
  const client = useQueryClient()
  useEffect(() => {
    let shown: number | undefined
    return listen(event => {
      if (event.kind !== "changed") return
      if (shown !== undefined && shown !== event.revision) void client.invalidateQueries({ queryKey: ["view"] })
      shown = event.revision
    })
  }, [client])
}
