import type { Store } from "../core/store.ts"

/** A report that holds the words, with the stretch that holds them best. */
export interface Found {
  readonly reportId: string
  readonly title: string
  readonly file?: string
  readonly snippet: string
}

/** Reports that hold all the words, best first. The words are words, never a query language. */
export async function searchCase(store: Store, words: string, engine: string, limit = 20): Promise<Found[]> {
  const found = await store.searchText(words, limit)
  return Promise.all(
    found.map(async ({ reportId, snippet }) => {
      const reading = await store.getReading(reportId, engine)
      const file = reading?.report.file ?? (await store.getReport(reportId))?.file
      return {
        reportId,
        title: reading?.report.title?.value ?? "no title",
        ...(file !== undefined && { file }),
        snippet,
      }
    }),
  )
}
