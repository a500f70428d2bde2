import { Fragment } from "react"
import type { ReaderItem } from "../../../../src/app/views/reader/reader-schema.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Actions } from "../../actions/Actions.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import classes from "./reader.module.css"

/** What highlighted words became, innermost first: in the evidence column. */
export function Became({ items }: { readonly items: readonly ReaderItem[] }) {
  return (
    <>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: made anew with each highlight
        <One key={at} item={item} isInner={at === 0} />
      ))}
    </>
  )
}

function One({
  item: { kind, words, title, what, to, lines, decide, unused },
  isInner,
}: {
  readonly item: ReaderItem
  /** What can be done with the innermost stands below all. */
  readonly isInner: boolean
}) {
  return (
    <section className={classes.became}>
      <p className={classes.words}>{visibleLine(words)}</p>
      <p className={classes.what}>
        <i className={`${classes.swatch} ${classes[kind]}`} aria-hidden>
          ab
        </i>
        {visibleLine(what)}
      </p>
      <p className={classes.becameTitle}>
        {to ? <ItemLink item={to}>{visibleLine(title)}</ItemLink> : visibleLine(title)}
      </p>
      {unused !== undefined && <p className={classes.unused}>{visibleLine(unused)}</p>}
      {0 < lines.length && (
        <dl className={classes.lines}>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: made anew with each highlight
            <Fragment key={at}>
              <dt>{visibleLine(line.label)}</dt>
              <dd>
                {visibleLine(line.text)}
                {line.of && (
                  <>
                    {" "}
                    <ItemLink item={line.of}>{visibleLine(line.of.name)}</ItemLink>
                  </>
                )}
                {line.decide && (
                  <>
                    {" "}
                    <Actions item={line.decide} label="Correct" />
                  </>
                )}
                {line.unused !== undefined && <span className={classes.unused}> {visibleLine(line.unused)}</span>}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      {decide && !isInner && <Actions item={decide} label="Decide about this reading" />}
    </section>
  )
}
