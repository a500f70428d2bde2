import type { BriefView } from "../../../../src/app/views/brief-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { Origins } from "../../signs/Origins.tsx"
import { Status } from "../../signs/Status.tsx"
import classes from "./brief.module.css"
import { type BriefItem, itemsOf, keyOf, marksOf } from "./brief-items.ts"
import { FactRow } from "./FactRow.tsx"
import { itemOf, type Notes, Words } from "./Words.tsx"

/** Sections that are told in full; of the others an item opens when asked. */
const IN_FULL = new Set(["happened", "plots", "warned", "disputed", "profiles"])

/** What the brief holds of what is open: keys of items and facts, from the address. */
export interface Opened {
  readonly open: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

/** Headings are capitals in a terminal, a sentence here. */
export const headingOf = (heading: string) => heading[0]! + heading.slice(1).toLowerCase()

/** A section of the brief: items, their facts, and the positions of a fact. */
export function BriefSection({
  section,
  notes,
  ...opened
}: { readonly section: BriefView["sections"][number]; readonly notes: Notes } & Opened) {
  const items = itemsOf(section)
  return (
    <section aria-labelledby={`section-${section.key}`} className={classes.section}>
      <h2 id={`section-${section.key}`}>{headingOf(section.heading)}</h2>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a brief have no other name, and never move
        <Item key={at} item={item} notes={notes} inFull={IN_FULL.has(section.key)} {...opened} />
      ))}
      {items.length < section.total && (
        <p className={classes.rest}>{section.total - items.length} more are in the lists at the left.</p>
      )}
    </section>
  )
}

function Item({
  item: { head, facts },
  notes,
  inFull,
  open,
  onToggle,
}: { readonly item: BriefItem; readonly notes: Notes; readonly inFull: boolean } & Opened) {
  const item = itemOf(head)
  const key = keyOf(head)
  const isOpen = inFull || open.has(key)
  const isIncident = head.kind === "incident"
  const evidence = marksOf(head).flatMap(mark => notes.get(mark)?.evidence ?? [])
  return (
    <div className={0 < facts.length ? classes.item : classes.line}>
      <Evident className={isIncident ? classes.incident : classes.head} evidence={evidence} {...(item && { item })}>
        {head.label !== "" && (
          <span className={isIncident ? classes.code : classes.label}>{visibleLine(head.label)}</span>
        )}
        <span className={classes.words}>
          {isIncident && item ? (
            <ItemLink item={item}>
              <Words line={{ ...head, parts: head.parts.filter(part => "text" in part) }} notes={notes} />
            </ItemLink>
          ) : (
            <Words line={head} notes={notes} />
          )}
          {isIncident && <Words line={{ ...head, parts: head.parts.filter(part => "mark" in part) }} notes={notes} />}
        </span>
        {(head.signs || (!inFull && 0 < facts.length)) && (
          <span className={classes.told}>
            {head.decided?.map(mark => (
              <Decided key={mark.id} by={mark.by} words={mark.words} />
            ))}
            {head.signs?.status && <Status of={head.signs.status} />}
            {head.signs?.reports !== undefined && <span>{counted(head.signs.reports, "report")}</span>}
            {head.signs?.origins && <Origins of={head.signs.origins} />}
            {!inFull && 0 < facts.length && (
              <button type="button" className={classes.more} aria-expanded={isOpen} onClick={() => onToggle(key)}>
                {isOpen ? "fold" : counted(facts.length, isIncident ? "fact" : "line")}
              </button>
            )}
          </span>
        )}
      </Evident>
      {isOpen &&
        facts.map((fact, at) => (
          <FactRow
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a brief have no other name, and never move
            key={at}
            fact={fact}
            notes={notes}
            isOpen={open.has(keyOf(fact.line))}
            onToggle={onToggle}
          />
        ))}
    </div>
  )
}
