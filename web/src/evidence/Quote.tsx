import type { EvidenceView } from "../../../src/app/views/evidence-view.ts"
import { visible } from "../../../src/app/visible.ts"
import classes from "./evidence.module.css"

/** Text of a report, made harmless: what would act is shown instead. The only way in which source text reaches the screen. */
export function Source({ text }: { readonly text: string }) {
  return <bdi>{visible(text)}</bdi>
}

/** The sentence with its words marked. */
export function Quote({ of }: { readonly of: EvidenceView }) {
  return (
    <blockquote className={classes.quote}>
      {of.before !== "" && <Source text={of.before} />}
      <mark>
        <Source text={of.text} />
      </mark>
      {of.after !== "" && <Source text={of.after} />}
    </blockquote>
  )
}
