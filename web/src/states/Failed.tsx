import { Button } from "@mantine/core"
import { visibleLine } from "../../../src/app/visible.ts"
import { Notice } from "./Notice.tsx"

/** Shown when an answer did not come: the API's own words, and a way to try again. */
export function Failed({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  return (
    <div role="alert">
      <Notice title="This could not be shown">
        <p>{visibleLine(error.message)}</p>
        {onRetry && (
          <Button variant="default" size="xs" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Notice>
    </div>
  )
}
