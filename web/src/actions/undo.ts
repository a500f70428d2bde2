import { useMutation } from "@tanstack/react-query"
import { useDecide, useDecideTogether } from "./decide.ts"
import { useMessage } from "./message.ts"

/** Takes back what the message tells of: the button in it and the keys do the same. `undo` is undefined when there is nothing to take back. */
export function useUndo() {
  const message = useMessage()
  const one = useDecide()
  const many = useDecideTogether()
  const call = useMutation<unknown, Error, () => Promise<unknown>>({ mutationFn: wanted => wanted() })
  const back = () => {
    if (message?.undo === undefined) return
    const { undo, words } = message
    if (typeof undo === "function") call.mutate(undo)
    else if (typeof undo === "string") one.mutate({ action: "withdraw", item: undo, called: words })
    else many.mutate({ action: "withdraw", items: undo, called: words })
  }
  return {
    undo: message?.undo === undefined ? undefined : back,
    isPending: one.isPending || many.isPending || call.isPending,
    error: one.error ?? many.error ?? call.error,
  }
}
