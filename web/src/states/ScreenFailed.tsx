import type { ErrorComponentProps } from "@tanstack/react-router"
import { Failed } from "./Failed.tsx"

/** Shown when a screen breaks: what happened, and the way to try again. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  return (
    <div className="prose">
      <Failed error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
    </div>
  )
}
