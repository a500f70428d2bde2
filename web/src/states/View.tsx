import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Failed } from "./Failed.tsx"
import { Loading } from "./Loading.tsx"

/** The three states of a view in one place: on its way, failed, there. While a newer answer is on its way the one before is dimmed. */
export function View<Answer>({
  of,
  what,
  children,
}: {
  readonly of: UseQueryResult<Answer, Error>
  /** What is on its way, in words: "the brief". */
  readonly what: string
  readonly children: (answer: Answer) => ReactNode
}) {
  if (of.data !== undefined)
    return (
      <div aria-busy={of.isPlaceholderData} style={of.isPlaceholderData ? { opacity: 0.6 } : undefined}>
        {children(of.data)}
      </div>
    )
  if (of.isError) return <Failed error={of.error} onRetry={() => void of.refetch()} />
  return <Loading what={what} />
}
