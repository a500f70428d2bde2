import type { LinkView } from "../../../src/app/views/reports/link-view.ts"
import { useView } from "../api/views.ts"

/** One link between two reports with its passages; asked for when it is wanted. */
export const useLink = (id: string, wanted: boolean) =>
  useView<LinkView>(`/links/${encodeURIComponent(id)}`, {}, { enabled: wanted })
