import { CloseButton } from "@mantine/core"
import type { StatementsView } from "../../../../src/app/views/statements/statements-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useReportHeads } from "../../api/views.ts"
import { type StatementsSearch, useAsk } from "./StatementsScreen.tsx"
import classes from "./statements.module.css"

/** What another screen asked for when it led here: one incident, one report, one thing said. Each can be let go. */
export function Asked({
  search,
  view,
}: {
  readonly search: StatementsSearch
  readonly view: StatementsView | undefined
}) {
  const ask = useAsk()
  const heads = useReportHeads()
  const head = search.report === undefined ? undefined : heads.get(search.report)
  const incident = view?.rows
    .flatMap(({ saying }) => saying.incidents)
    .find(({ id, code }) => id === search.incident || code === search.incident)
  const asked = [
    search.incident !== undefined && {
      name: "incident" as const,
      words: `about ${incident ? `${incident.code} ${visibleLine(incident.title)}` : "one incident"}`,
    },
    search.report !== undefined && {
      name: "report" as const,
      words: `in ${head ? `r${head.number} ${visibleLine(head.publisher ?? head.title)}` : "one report"}`,
    },
    search.item !== undefined && { name: "item" as const, words: "one thing said" },
  ].filter(one => one !== false)
  if (asked.length === 0) return null
  return (
    <ul className={classes.asked}>
      {asked.map(({ name, words }) => (
        <li key={name}>
          Only {words}
          <CloseButton size="xs" aria-label={`Not only ${words}`} onClick={() => ask({ [name]: undefined })} />
        </li>
      ))}
    </ul>
  )
}
