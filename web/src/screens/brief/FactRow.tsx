import { UnstyledButton } from "@mantine/core"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Mark } from "../../evidence/Marks.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Origins } from "../../signs/Origins.tsx"
import { OriginsExplained } from "../../signs/OriginsExplained.tsx"
import { Relation } from "../../signs/Relation.tsx"
import classes from "./brief.module.css"
import { type BriefFact, keyOf, marksOf, wordsOf } from "./brief-items.ts"
import { itemOf, type Notes, Words } from "./Words.tsx"

/** Marks beside a folded fact, at most. */
const MOST_MARKS = 4

/** A fact of an item: slot, value, how it came to be, how its positions relate, how many say so. Its positions open in place. */
export function FactRow({
  fact,
  notes,
  isOpen,
  onToggle,
}: {
  readonly fact: BriefFact
  readonly notes: Notes
  readonly isOpen: boolean
  readonly onToggle: (key: string) => void
}) {
  const { line, details } = fact
  const item = itemOf(line)
  const marks = [...new Set([line, ...details].flatMap(marksOf))]
  const evidence = marks.flatMap(mark => notes.get(mark)?.evidence ?? [])
  const canOpen = 0 < details.length
  // A value that stands with its own words needs no more of them beside it; what opens is told beside it.
  const own = marksOf(line)
  return (
    <Evident
      className={classes.fact}
      evidence={evidence}
      claim={`${visibleLine(line.label)} ${wordsOf(line)}`.trim()}
      {...(item && { item })}
      data-row
      tabIndex={-1}
    >
      <span className={classes.label}>{visibleLine(line.label)}</span>
      <div className={classes.value}>
        <Words line={line} notes={notes} />
        {canOpen &&
          !isOpen &&
          own.length === 0 &&
          marks.slice(0, MOST_MARKS).flatMap(mark => {
            const note = notes.get(mark)
            return note ? [<Mark key={mark} note={note} {...(item && { item })} />] : []
          })}
        {canOpen && (
          <UnstyledButton
            className={classes.more}
            data-opens
            aria-expanded={isOpen}
            onClick={() => onToggle(keyOf(line))}
          >
            {isOpen ? "fold" : own.length === 0 ? counted(details.length, "position") : "how else it is told"}
          </UnstyledButton>
        )}
        {line.trail && !isOpen && <span className={classes.trail}>{trailInWords(line.trail)}</span>}
        {isOpen && (
          <ul className={classes.details}>
            {details.map((detail, at) => (
              <Evident
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a brief have no other name, and never move
                key={at}
                as="li"
                evidence={marksOf(detail).flatMap(mark => notes.get(mark)?.evidence ?? [])}
                {...(item && { item })}
              >
                <Words line={detail} notes={notes} />
              </Evident>
            ))}
          </ul>
        )}
      </div>
      <span className={classes.relation}>
        {line.decided?.map(mark => (
          <Decided key={mark.id} by={mark.by} words={mark.words} />
        ))}
        {line.signs?.relation && <Relation of={line.signs.relation} />}
      </span>
      <span className={classes.origins}>
        {line.signs?.origins &&
          (item ? <OriginsExplained of={line.signs.origins} item={item.id} /> : <Origins of={line.signs.origins} />)}
      </span>
    </Evident>
  )
}

const trailInWords = ({ kind, values }: NonNullable<BriefFact["line"]["trail"]>): string =>
  kind === "update" ? values.map(visibleLine).join(" → ") : `also told: ${values.map(visibleLine).join(" | ")}`
