import { Link } from "@tanstack/react-router"
import type { StatementsView } from "../../../../src/app/views/statements/statements-view.ts"
import { useView } from "../../api/views.ts"
import { View } from "../../states/View.tsx"
import { Saying } from "../statements/Saying.tsx"
import classes from "./person.module.css"

/** Things said that are shown on the page of whoever said them. */
const SHOWN = 8

/** What most reports have of somebody's words; the list of statements has the rest. */
export function Said({ id }: { readonly id: string }) {
  const said = useView<StatementsView>("/statements", { speaker: id, scored: "no", limit: SHOWN })
  return (
    <section className={classes.section} aria-labelledby="said-head">
      <h2 id="said-head">Said</h2>
      <View of={said} what="what they said">
        {view => (
          <>
            {view.rows.map(({ saying }) => (
              <Saying key={saying.id} saying={saying} />
            ))}
            <p className={classes.note}>
              <Link to={"/statements" as "/"} search={{ speaker: id, scored: "no" } as never}>
                {SHOWN < view.total ? `All ${view.total} in the list of statements` : "In the list of statements"}
              </Link>
            </p>
          </>
        )}
      </View>
    </section>
  )
}
