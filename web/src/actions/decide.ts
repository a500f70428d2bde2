import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type ApiError, postJson } from "../api/client.ts"
import { signed } from "../signs/who.ts"
import { say } from "./message.ts"

/** What is written down about an item. `called` is only for the message that follows. */
export interface Decision {
  readonly action:
    | "accept"
    | "reject"
    | "correct"
    | "merge"
    | "split"
    | "keep-apart"
    | "add"
    | "hide"
    | "grade"
    | "withdraw"
  /** Id of the item; of the decision that is withdrawn. */
  readonly item: string
  readonly with?: string
  readonly to?: string
  readonly mentions?: readonly string[]
  /** What is added to a telling, and the place of the words that say it: "120-140". */
  readonly slot?: string
  readonly at?: string
  readonly note?: string
  readonly called?: string
}

/** Each action as a button says it, as a message tells it, the key that chooses it, and what comes of it. */
export const actionWords: Readonly<
  Record<
    Decision["action"],
    { readonly name: string; readonly done: string; readonly key: string; readonly hint: string }
  >
> = {
  accept: { name: "Accept", done: "Accepted", key: "a", hint: "it is right as it stands" },
  correct: { name: "Correct", done: "Corrected", key: "c", hint: "say what it should be" },
  reject: { name: "Reject", done: "Rejected", key: "r", hint: "it is misread: take it out and count without it" },
  add: { name: "Add", done: "Added", key: "d", hint: "say what selected words tell" },
  hide: { name: "Hide", done: "Hidden", key: "h", hint: "it is right, but nobody needs to see it" },
  merge: { name: "Merge", done: "Merged", key: "m", hint: "it is the same as another" },
  split: { name: "Split", done: "Split", key: "s", hint: "some of it belongs to something else" },
  "keep-apart": { name: "Keep apart", done: "Kept apart", key: "k", hint: "it is not the same as another" },
  grade: { name: "Grade", done: "Graded", key: "g", hint: "how far to trust it, by the Admiralty code" },
  withdraw: { name: "Withdraw", done: "Undone", key: "w", hint: "take a decision back" },
}

/** Writes a decision down. When it is done a message says so and offers to undo it; every view is asked again. */
export function useDecide() {
  const client = useQueryClient()
  return useMutation<{ readonly id: string }, ApiError, Decision>({
    mutationFn: ({ called: _, ...asked }) => postJson("/decisions", { ...asked, ...signed() }),
    onSuccess: ({ id }, { action, called }) => {
      const words = actionWords[action].done + (called === undefined ? "" : `: ${called}`)
      say({ words, ...(action !== "withdraw" && { undo: id }) })
      // The dialog does not wait for what follows from it.
      void client.invalidateQueries({ queryKey: ["view"] })
    },
  })
}

/** Writes one action down about many items, with one message and one undo. */
export function useDecideTogether() {
  const client = useQueryClient()
  return useMutation<
    { readonly ids: readonly string[] },
    ApiError,
    {
      readonly action: "accept" | "reject" | "withdraw"
      readonly items: readonly string[]
      readonly called: string
    }
  >({
    mutationFn: ({ action, items }) => postJson("/decisions/together", { action, items, ...signed() }),
    onSuccess: ({ ids }, { action, called }) => {
      say({ words: `${actionWords[action].done}: ${called}`, ...(action !== "withdraw" && { undo: ids }) })
      return client.invalidateQueries({ queryKey: ["view"] })
    },
  })
}
