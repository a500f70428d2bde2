import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { ImportSummary } from "../../../../src/app/imports/import-view.ts"
import { counted } from "../../../../src/app/words.ts"
import { say } from "../../actions/message.ts"
import { type ApiError, postJson } from "../../api/client.ts"

/** Takes reports out of the case. A message says so and offers to bring them back. */
export function useRemoveReports() {
  const client = useQueryClient()
  return useMutation<ImportSummary, ApiError, readonly string[]>({
    mutationFn: reports => postJson("/reports/remove", { reports }),
    onSuccess: ({ id }, reports) => {
      say({
        words: `Removed ${counted(reports.length, "report")}`,
        undo: () => postJson(`/imports/${id}/undo`, {}),
      })
      return client.invalidateQueries({ queryKey: ["view"] })
    },
  })
}
