import type { Format } from "../part.ts"
import type { CopySet } from "../reconcile/copies/copy-set.ts"

/** A set of reports with who rests on whom, as `CopySet` in one JSON file. Only ids, publishers, days and texts of the reports are read from it: the engine finds the rest. */
export const copySets: Format<CopySet> = {
  name: 'set of copies (.copies.json: {"reports": [{id, publisher, published, text}], "rests": [{from, to, kind}]})',
  folder: "copies",
  extension: /\.copies\.json$/,
  looks: head => /"(reports|rests)"\s*:/.test(head),
  corpus: "file",
  read: ({ text }) => [JSON.parse(text) as CopySet],
}
