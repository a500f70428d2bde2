import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { AgreedView } from "../../../../src/app/views/review/review-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { useDecideTogether } from "../../actions/decide.ts"
import { useView } from "../../api/views.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ReportMarks } from "../../evidence/ReportMarks.tsx"
import { Notice } from "../../states/Notice.tsx"
import { View } from "../../states/View.tsx"
import classes from "./review.module.css"

/** Facts asked for at once: what is accepted is what is shown. */
const SHOWN = 500

/** Facts on which two or more proven origins agree: read through, accepted with one action, undone with one. */
export function AgreedScreen() {
  const view = useView<AgreedView>("/review/agreed", { limit: SHOWN })
  return (
    <div className={`wide ${classes.screen}`}>
      <p className={classes.what}>
        <Link to={"/review" as "/"}>Review</Link>
      </p>
      <h1 className={classes.title}>Where two or more proven origins agree</h1>
      <View of={view} what="facts that are agreed">
        {agreed => <Agreed view={agreed} />}
      </View>
    </div>
  )
}

function Agreed({ view }: { readonly view: AgreedView }) {
  const { mutate, isPending, error } = useDecideTogether()
  if (view.total === 0)
    return (
      <Notice title="Nothing to accept together">
        <p>
          A fact comes here when all reports agree on it, two or more of their origins are proven to be apart, and
          nobody has decided about it.
        </p>
      </Notice>
    )
  const words = counted(view.facts.length, "fact")
  return (
    <>
      <p className={classes.reason}>
        {view.facts.length < view.total ? `The first ${view.facts.length} of ${view.total} facts. ` : ""}
        All reports agree on each, and at least two of their origins are proven to be apart.
      </p>
      <Button
        variant="default"
        loading={isPending}
        onClick={() => mutate({ action: "accept", items: view.facts.map(({ id }) => id), called: words })}
      >
        Accept {view.facts.length === 1 ? "this fact" : `these ${words}`}
      </Button>
      {error && (
        <p role="alert" className={classes.error}>
          {visibleLine(error.message)}
        </p>
      )}
      <ul className={classes.agreed}>
        {view.facts.map(({ id, subject, slot, value, origins, evidence }) => (
          <Evident
            as="li"
            key={id}
            className={classes.fact!}
            evidence={evidence}
            item={{ kind: "fact", id }}
            claim={`${slot}: ${visibleLine(value)}`}
            focusable
          >
            <span>{visibleLine(subject)}</span>
            <span className={classes.note}>{slot}</span>
            <span>
              <b>{visibleLine(value)}</b> <ReportMarks of={evidence} />
            </span>
            <span className={classes.note}>{origins}</span>
          </Evident>
        ))}
      </ul>
    </>
  )
}
