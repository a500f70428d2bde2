import { Fragment } from "react"
import type { BriefLine, BriefView } from "../../../../src/app/views/brief-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Mark, type Note } from "../../evidence/Marks.tsx"
import { Origins } from "../../signs/Origins.tsx"
import { Relation } from "../../signs/Relation.tsx"
import { Status } from "../../signs/Status.tsx"
import classes from "./brief.module.css"

type Section = BriefView["sections"][number]
type Notes = ReadonlyMap<number, Note>

/** A section of the brief: items, their facts, and the positions of a fact. */
export function BriefSection({ section, notes }: { readonly section: Section; readonly notes: Notes }) {
  return (
    <section aria-labelledby={`section-${section.key}`} className={classes.section}>
      <h2 id={`section-${section.key}`}>{sentence(section.heading)}</h2>
      {section.lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a brief have no other name, and never move
        <BriefRow key={at} line={line} notes={notes} />
      ))}
    </section>
  )
}

/** Headings are capitals in a terminal, a sentence here. */
const sentence = (heading: string) => heading[0]! + heading.slice(1).toLowerCase()

function BriefRow({ line, notes }: { readonly line: BriefLine; readonly notes: Notes }) {
  const item = line.id === undefined || line.kind === undefined ? undefined : { kind: line.kind, id: line.id }
  const own = line.parts.flatMap(part => ("mark" in part ? (notes.get(part.mark) ?? []) : []))
  return (
    <Evident
      className={`${classes.row} ${classes[`level${line.level}`] ?? ""}`}
      evidence={own.map(note => note.evidence)}
      {...(item && { item })}
    >
      {line.label !== "" && <span className={classes.label}>{visibleLine(line.label)}</span>}
      <span className={classes.words}>
        {line.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line never move
          <Fragment key={at}>
            {"mark" in part
              ? notes.has(part.mark) && <Mark note={notes.get(part.mark)!} {...(item && { item })} />
              : part.sign
                ? null
                : visibleLine(part.text)}
          </Fragment>
        ))}
      </span>
      {line.signs && (
        <span className={classes.signs}>
          {line.signs.status && <Status of={line.signs.status} />}
          {line.signs.relation && <Relation of={line.signs.relation} />}
          {line.signs.origins && <Origins of={line.signs.origins} />}
        </span>
      )}
    </Evident>
  )
}
