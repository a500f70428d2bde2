import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { DoorEvent } from "../../../src/api/case-events.ts"

const hearers = new Set<(event: DoorEvent) => void>()
let source: EventSource | undefined

/** Hears what happens to the case, over the one connection of this page. Gives the function that ends it. The browser reconnects by itself and misses nothing. */
export function listen(hear: (event: DoorEvent) => void): () => void {
  hearers.add(hear)
  if (source === undefined) {
    source = new EventSource("/api/events")
    source.onmessage = ({ data }) => {
      const event = JSON.parse(data as string) as DoorEvent
      for (const one of hearers) one(event)
    }
  }
  return () => {
    hearers.delete(hear)
    if (0 < hearers.size) return
    source?.close()
    source = undefined
  }
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
