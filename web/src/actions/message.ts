import { useSyncExternalStore } from "react"

/** What was just done, and what undoing it does: the decision or decisions that it withdraws, or a call. */
export interface Message {
  readonly words: string
  readonly undo?: string | readonly string[] | (() => Promise<unknown>)
}

let message: Message | undefined
const listeners = new Set<() => void>()

/** Says what was done, in a message that stays until it is closed or another takes its place. */
export function say(next: Message | undefined): void {
  message = next
  for (const listener of listeners) listener()
}

export const useMessage = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => message,
  )
