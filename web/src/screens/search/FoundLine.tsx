import { Link } from "@tanstack/react-router"
import type { Found } from "../../../../src/app/views/search/search-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { addressOfItem } from "../../evidence/ItemLink.tsx"
import { kindNames } from "./kinds.ts"
import { MarkedText } from "./MarkedText.tsx"
import classes from "./search.module.css"

/** One find: what it is, the words around what was looked for; its evidence comes with the focus. */
export function FoundLine({ found }: { readonly found: Found }) {
  const { kind, id, to, title, note, snippet, at, evidence } = found
  const address = addressOfItem(to)
  return (
    <Evident as="li" className={classes.found} evidence={evidence} {...(kind !== "report" && { item: { kind, id } })}>
      <p className={classes.kind}>{kindNames[kind][0]}</p>
      <p className={classes.title}>
        <Link
          to={(address?.to ?? "/") as "/"}
          search={{ ...address?.search, ...(at !== undefined && { at }) } as never}
          data-find
        >
          <MarkedText of={title} />
        </Link>
      </p>
      {note !== "" && <p className={classes.note}>{visibleLine(note)}</p>}
      {snippet.text !== "" && (
        <p className={classes.snippet}>
          <MarkedText of={snippet} />
        </p>
      )}
    </Evident>
  )
}
