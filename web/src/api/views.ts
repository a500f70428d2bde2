import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query"
import { useSearch } from "@tanstack/react-router"
import type { CaseView, daysViewSchema } from "../../../src/app/views/case-view.ts"
import type { ReportHead } from "../../../src/app/views/evidence-view.ts"
import { type ApiError, getJson, type Query } from "./client.ts"

/** What every screen asks with: the day whose knowledge is shown, and how values are chosen. From the address. */
export function useQuestion(): { readonly asOf?: string; readonly policy?: string } {
  const { asOf, policy } = useSearch({ strict: false }) as { asOf?: string; policy?: string }
  return { ...(asOf !== undefined && { asOf }), ...(policy !== undefined && { policy }) }
}

/**
 * A view of the case as it is known at the day of the address: `useView<BriefView>("/brief")`. The answer before stays on the screen
 * until the new one is there, so that nothing jumps. Asked again when the case changes.
 */
export function useView<Answer>(
  path: string,
  query: Query = {},
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Answer, ApiError> {
  const asked = { ...useQuestion(), ...query }
  return useQuery<Answer, ApiError>({
    queryKey: ["view", path, asked],
    queryFn: ({ signal }) => getJson<Answer>(path, asked, signal),
    placeholderData: keepPreviousData,
    ...options,
  })
}

/** The case in numbers. */
export const useCase = () => useView<CaseView>("/case")

/** The days on which the case grew: of the whole case, whatever day is shown. */
export function useDays() {
  return useQuery<Awaited<ReturnType<typeof daysOf>>, ApiError>({ queryKey: ["view", "/days"], queryFn: daysOf })
}
const daysOf = () => getJson<ReturnType<(typeof daysViewSchema)["parse"]>>("/days")

/** Every report in one line, by id. Empty until it is there. */
export function useReportHeads(): ReadonlyMap<string, ReportHead> {
  const { data } = useQuery<ReadonlyMap<string, ReportHead>, ApiError>({
    queryKey: ["view", "/report-heads"],
    queryFn: async () => new Map((await getJson<ReportHead[]>("/report-heads")).map(head => [head.id, head])),
  })
  return data ?? none
}
const none: ReadonlyMap<string, ReportHead> = new Map()
