import { keepPreviousData, type UseInfiniteQueryResult, useInfiniteQuery } from "@tanstack/react-query"
import { type ApiError, getJson, type Query } from "../api/client.ts"
import { useQuestion } from "../api/views.ts"

/** A page of a long list, as the API answers it. */
interface Page {
  readonly total: number
  readonly offset: number
  readonly rows: readonly unknown[]
}

/** Rows asked for at once. A choice: two screens of them, read in well under a tenth of a second. */
const PAGE = 100

export type Pages<Answer> = UseInfiniteQueryResult<{ readonly pages: readonly Answer[] }, ApiError>

/** A long list, page by page as one comes near its end: `usePages<PeopleView>("/people", { type })`. Like `useView` in everything else. */
export function usePages<Answer extends Page>(path: string, query: Query = {}): Pages<Answer> {
  const asked = { ...useQuestion(), ...query }
  return useInfiniteQuery({
    queryKey: ["view", path, asked],
    queryFn: ({ pageParam, signal }) => getJson<Answer>(path, { ...asked, offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ offset, rows, total }: Answer) => {
      const next = offset + rows.length
      return next < total && 0 < rows.length ? next : undefined
    },
    placeholderData: keepPreviousData,
  })
}
