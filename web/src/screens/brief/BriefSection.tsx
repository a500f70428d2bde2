import { Link } from "@tanstack/react-router"
import type { BriefView } from "../../../../src/app/views/brief-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { ItemLink } from "../../evidence/ItemLink.tsx"
import { Decided } from "../../signs/Decided.tsx"
import { OriginsExplained } from "../../signs/OriginsExplained.tsx"
import { Status } from "../../signs/Status.tsx"
import classes from "./brief.module.css"
import { type BriefItem, itemsOf, keyOf, marksOf, wordsOf } from "./brief-items.ts"
import { FactRow } from "./FactRow.tsx"
import { itemOf, type Notes, Words } from "./Words.tsx"

/** What the brief holds of what is open: keys of items and facts, from the address. */
export interface Opened {
  readonly open: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

/** Where all items of a section stand, when there are more than a brief holds. */
const lists: Readonly<Record<string, readonly [path: string, search: object]>> = {
  happened: ["/incidents", { section: "story" }],
  plots: ["/incidents", { section: "plot" }],
  background: ["/incidents", { section: "background" }],
  context: ["/incidents", { section: "setting" }],
  warned: ["/warnings", {}],
  warnings: ["/warnings", {}],
  said: ["/statements", {}],
  profiles: ["/people", {}],
  lineage: ["/reports/origins", {}],
  reports: ["/reports", {}],
}

/** A section of the brief: items, their facts, and the positions of a fact. */
export function BriefSection({
  section,
  title,
  notes,
  ...opened
}: {
  readonly section: BriefView["sections"][number]
  /** Title of the brief: the incident that has it is not named again. */
  readonly title: string
  readonly notes: Notes
} & Opened) {
  const items = itemsOf(section)
  const [path, search] = lists[section.key] ?? ["/review", {}]
  return (
    <section aria-labelledby={`section-${section.key}`} className={classes.section}>
      <h2 id={`section-${section.key}`}>{section.heading}</h2>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a brief have no other name, and never move
        <Item key={at} item={item} title={title} notes={notes} inFull={section.inFull} {...opened} />
      ))}
      {items.length < section.total && (
        <p className={classes.rest}>
          <Link to={path as "/"} search={search as never}>
            All {section.total}
          </Link>
        </p>
      )}
    </section>
  )
}

function Item({
  item: { head, facts },
  title,
  notes,
  inFull,
  open,
  onToggle,
}: { readonly item: BriefItem; readonly title: string; readonly notes: Notes; readonly inFull: boolean } & Opened) {
  const item = itemOf(head)
  const key = keyOf(head)
  const isOpen = inFull || open.has(key)
  const isIncident = head.kind === "incident"
  const evidence = marksOf(head).flatMap(mark => notes.get(mark)?.evidence ?? [])
  const words = { ...head, parts: head.parts.filter(part => "text" in part) }
  const marks = { ...head, parts: head.parts.filter(part => "mark" in part) }
  const isTitle = isIncident && wordsOf(head) === title
  return (
    <div className={0 < facts.length ? classes.item : classes.line}>
      <Evident
        className={isIncident ? classes.incident : classes.head}
        evidence={evidence}
        claim={isIncident ? wordsOf(head) : `${head.label} ${wordsOf(head)}`.trim()}
        {...(item && { item })}
        data-row
        tabIndex={-1}
      >
        {head.label !== "" && !isTitle && (
          <span className={isIncident ? classes.code : classes.label}>{visibleLine(head.label)}</span>
        )}
        {!isTitle && (
          <span className={classes.words}>
            {isIncident && item ? (
              <>
                <ItemLink item={item} opens>
                  <Words line={words} notes={notes} />
                </ItemLink>
                <Words line={marks} notes={notes} />
              </>
            ) : (
              <Words line={head} notes={notes} />
            )}
          </span>
        )}
        {(head.signs || (!inFull && 0 < facts.length)) && (
          <span className={classes.told}>
            {isTitle && item && (
              <span>
                <ItemLink item={item} opens>
                  {visibleLine(head.label)}, all that is told
                </ItemLink>
                <Words line={marks} notes={notes} />
              </span>
            )}
            {head.decided?.map(mark => (
              <Decided key={mark.id} by={mark.by} words={mark.words} />
            ))}
            {head.signs?.status && <Status of={head.signs.status} />}
            {head.signs?.reports !== undefined && (
              <Link to="/reports" search={{ incident: head.id! }}>
                {counted(head.signs.reports, "report")}
              </Link>
            )}
            {head.signs?.origins && (
              <OriginsExplained of={head.signs.origins} item={head.id!} isIncident={isIncident} />
            )}
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
