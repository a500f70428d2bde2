import type { BriefView } from "../../../../src/app/views/brief-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useCase, useView } from "../../api/views.ts"
import { Origins } from "../../signs/Origins.tsx"
import { View } from "../../states/View.tsx"
import { BriefSection } from "./BriefSection.tsx"
import classes from "./brief.module.css"

/** Home: the case in the words of the brief, every mark with its evidence. */
export function BriefScreen() {
  const brief = useView<BriefView>("/brief")
  return (
    <div className="prose">
      <View of={brief} what="the brief">
        {view => <Brief view={view} />}
      </View>
    </div>
  )
}

function Brief({ view }: { readonly view: BriefView }) {
  const { data } = useCase()
  const notes = new Map(view.notes.map(note => [note.mark, note]))
  return (
    <article>
      <header className={classes.head}>
        <h1 className={classes.title}>{visibleLine(view.title)}</h1>
        <p className={classes.summary}>
          {visibleLine(view.summary)} {data && <Origins of={data.origins} />}
        </p>
        <p className={classes.asOf}>{visibleLine(view.asOf)}</p>
      </header>
      {view.sections.map(section => (
        <BriefSection key={section.key} section={section} notes={notes} />
      ))}
    </article>
  )
}
