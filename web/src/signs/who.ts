import { useSyncExternalStore } from "react"

/** Where this browser keeps the name. */
const KEY = "heed.who"

let who = localStorage.getItem(KEY) ?? ""
const listeners = new Set<() => void>()

/** Who decides at this browser; "" until somebody says so: then it is whoever started Heed. */
export const useWho = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => who,
  )

/** Keeps the name in this browser. It goes with each decision. */
export function setWho(name: string): void {
  who = name.trim()
  localStorage.setItem(KEY, who)
  for (const listener of listeners) listener()
}

/** What a decision says of who decided. */
export const signed = (): { readonly by?: string } => (who === "" ? {} : { by: who })
