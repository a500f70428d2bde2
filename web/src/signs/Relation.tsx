import type { Relation as RelationOf } from "../../../src/core/casefile.ts"
import classes from "./signs.module.css"

/** The sign of each relation; the same as in the evidence sheet. */
const signs: Record<RelationOf, string> = {
  single: "○",
  agree: "=",
  refine: "≈",
  update: "→",
  contradict: "≠",
  retract: "×",
  mixed: "±",
}

/** How the positions of a fact relate: sign and word, never colour alone. */
export function Relation({ of }: { readonly of: RelationOf }) {
  return (
    <span className={`${classes.sign} ${classes[of] ?? ""}`}>
      <span aria-hidden>{signs[of]}</span> {of}
    </span>
  )
}
