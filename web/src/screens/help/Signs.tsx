import type { ReactNode } from "react"
import type { HelpView } from "../../../../src/app/views/help-view.ts"
import type { Relation as RelationOf } from "../../../../src/core/casefile.ts"
import type { Status as StatusOf } from "../../../../src/core/status.ts"
import { Decided } from "../../signs/Decided.tsx"
import { Origins } from "../../signs/Origins.tsx"
import { Relation } from "../../signs/Relation.tsx"
import { Status } from "../../signs/Status.tsx"
import classes from "./help.module.css"

/** What each sign and word means, drawn as every screen draws it. */
export function Signs({ view }: { readonly view: HelpView }) {
  return (
    <>
      <Words
        title="How reports stand to each other on one fact"
        rows={view.relations.map(({ key, meaning }) => [<Relation key={key} of={key as RelationOf} />, meaning])}
      />
      <Words
        title="Whether a thing is told as having happened"
        rows={view.statuses.map(({ key, meaning }) => [<Status key={key} of={key as StatusOf} />, meaning])}
      />
      <Words
        title="Signs beside a line"
        rows={[
          [
            <Origins key="origins" of={view.counting.origins} />,
            "How many independent origins: a full tick is proven, a hollow one is not.",
          ],
          [
            <sup key="mark" className={classes.mark}>
              7
            </sup>,
            "Words of a report. Point at it and the sentence stands at the right; press it and the report opens there.",
          ],
          [
            <Decided key="decided" by="you" />,
            "Decided by a person whose name begins so. What only the machine says has no letter.",
          ],
          [<mark key="hit">words</mark>, "In a sentence: the very words that carry the line."],
          ["unknown", "The reports do not say. Nothing is filled in."],
        ]}
      />
      <Words title="How one report rests on another" rows={view.lineage.map(({ key, meaning }) => [key, meaning])} />
      <Words title="What came of a warning" rows={view.outcomes.map(({ key, meaning }) => [key, meaning])} />
      <Words
        title="How one value is chosen where reports differ"
        rows={view.policies.map(({ key, meaning }) => [key, meaning])}
      />
    </>
  )
}

function Words({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [ReactNode, string])[] }) {
  return (
    <>
      <h3>{title}</h3>
      <dl className={classes.words}>
        {rows.map(([word, meaning]) => (
          <div key={meaning}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
