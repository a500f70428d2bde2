import { useMediaQuery } from "@mantine/hooks"
import { Link, useSearch } from "@tanstack/react-router"
import type { Found, SearchView } from "../../../../src/app/views/search/search-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { edtfInWords } from "../../../../src/app/words.ts"
import { kindNames } from "./kinds.ts"
import classes from "./search.module.css"

type Facet = keyof SearchView["facets"]

const names: readonly (readonly [Facet, string])[] = [
  ["kind", "What"],
  ["incident", "Incident"],
  ["publisher", "Publisher"],
  ["day", "Published"],
]

/** What the finds can be narrowed by; what is chosen can be let go again. */
export function Facets({ view: { facets } }: { readonly view: SearchView }) {
  const asked = useSearch({ from: "/search" })
  const isWide = useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false })
  return (
    <nav className={classes.facets} aria-label="Narrow the search">
      {names.map(([facet, name]) => {
        const chosen = asked[facet]
        const values = facets[facet]
        if (values.length < 2 && chosen === undefined) return null
        return (
          <details key={facet} open={facet === "kind" || chosen !== undefined || (facet === "incident" && isWide)}>
            <summary>{name}</summary>
            <ul>
              {values.map(({ value, label, count }) => (
                <li key={value}>
                  <Link
                    from="/search"
                    to="/search"
                    search={old => ({ ...old, [facet]: value === chosen ? undefined : value, page: undefined })}
                    aria-current={value === chosen ? "true" : undefined}
                    title={visibleLine(label)}
                  >
                    {labelOf(facet, value, label)}
                  </Link>{" "}
                  <span>{count}</span>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </nav>
  )
}

function labelOf(facet: Facet, value: string, label: string): string {
  if (facet === "kind") return kindNames[value as Found["kind"]][1]
  return facet === "day" ? edtfInWords(value) : visibleLine(label)
}
