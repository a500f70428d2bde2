import type { Entity, FlatEvidence, FlatReport, Position } from "../../core/casefile.ts"
import { bestOf } from "../brief/fact-lines.ts"
import { sayers, statusNote } from "../brief/position-words.ts"
import type { CaseIndex } from "../views/case-index.ts"
import { counted, datesInWords, originsInWords, quoted, shortened, slotInWords, valueInWords } from "../words.ts"
import type { Entry } from "./review-queue.ts"

/** A decision ready to be written down, but for what a person still chooses or types. */
export interface Act {
  readonly key: "a" | "r" | "c" | "s" | "m" | "o"
  readonly words: string
  readonly action: "accept" | "reject" | "correct" | "split" | "merge" | "keep-apart" | "withdraw"
  readonly item: string
  readonly with?: string
  readonly mentions?: readonly string[]
  /** What a person gives: the side chosen (its `accept` or `reject` are the items), sides to split off, or words typed. */
  readonly needs?: "side" | "sides" | "words"
  /** What words may be typed. */
  readonly hint?: string
}

/** One of the things that stand beside each other. `accept`: the item to accept for it; `reject`: all to reject; `mention`: what a split takes out. */
export interface Side {
  readonly label: string
  readonly note: string
  readonly evidence: readonly FlatEvidence[]
  /** More places than are given. */
  readonly more: number
  readonly accept?: string
  readonly reject?: readonly string[]
  readonly mention?: string
}

/** An item of the queue, laid out: what is asked, why, and what can be done. */
export interface LaidOut {
  readonly title: string
  readonly question: string
  readonly why: string
  readonly item: { readonly kind: string; readonly id: string }
  readonly sides: readonly Side[]
  readonly acts: readonly Act[]
}

/** Places given of one side, and sides of one item, at most; a screen shows the first and unfolds the others. */
const SHOWN = 12
/** Reports shown of a source that is not proven. */
const REPORTS = 3
const SIDES = 24

/** An item of the queue in words, for its line in the list. */
export function entryTitle(index: CaseIndex, entry: Entry): string {
  switch (entry.kind) {
    case "dispute":
      return `${capital(slotInWords(entry.fact.slot))}: ${subjectOf(index, entry)}`
    case "decision":
      return `${entry.decision.action} ${entry.decision.name ?? entry.decision.subject}`
    case "telling":
      return `“${shortened(entry.mention.evidence.text, 60)}” in ${entry.incident.code}`
    case "join":
      return entry.entity.name
    case "apart":
      return entry.entity.name === entry.other.name
        ? `${entry.entity.name}, twice`
        : `${entry.entity.name} and ${entry.other.name}`
    case "statement":
      return `${entry.statement.speaker.name}: ${shortened(entry.statement.text, 60)}`
    case "origin":
      return entry.origin.name
    case "date":
      return entry.report.title || (entry.report.file ?? entry.report.id)
  }
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

function subjectOf(index: CaseIndex, entry: Entry & { kind: "dispute" }): string {
  return entry.incident ? entry.incident.title : (index.entities.get(entry.fact.subject)?.name ?? "")
}

/** An item of the queue with its sides and what can be done about it. */
export function layOut(index: CaseIndex, entry: Entry): LaidOut {
  const title = entryTitle(index, entry)
  switch (entry.kind) {
    case "dispute":
      return { title: entry.incident ? capital(slotInWords(entry.fact.slot)) : title, ...disputeOf(entry) }
    case "decision":
      return { title, ...brokenOf(index, entry) }
    case "telling":
      return { title, ...tellingOf(entry) }
    case "join":
      return { title, ...joinOf(index, entry) }
    case "apart":
      return { title, ...apartOf(index, entry) }
    case "statement":
      return { title, ...statementOf(entry) }
    case "origin": {
      const { origin } = entry
      return {
        title,
        question: "Is this a source of its own?",
        why: `${counted(origin.reports.length, "report")} rest on it, and nothing in them proves that they reported it themselves or names where they have it from. It counts as a possible origin, never as a proven one.`,
        item: { kind: "origin", id: origin.id },
        sides: origin.reports.slice(0, REPORTS).map(id => reportSide(index.reports.get(id)!, index)),
        acts: [{ key: "a", words: "Seen: leave it unproven", action: "accept", item: origin.id }],
      }
    }
    case "date": {
      const { report } = entry
      const between = report.publishedBetween
      return {
        title,
        question: "When was this report published?",
        why: between
          ? `The report has no date. By what it tells and who copies it: ${datesInWords(between.edtf)} (${datesInWords(between.why)}).`
          : "The report has no date, so that words such as “on Friday” stay open. Whoever knows its date can state it: those words are read anew then.",
        item: { kind: "report", id: report.id },
        sides: [reportSide(report, index)],
        acts: [{ key: "a", words: "Seen: leave it without a date", action: "accept", item: report.id }],
      }
    }
  }
}

type Rest = Omit<LaidOut, "title">

const side = (label: string, note: string, evidence: readonly FlatEvidence[], more: Partial<Side> = {}): Side => ({
  label,
  note,
  evidence: evidence.slice(0, SHOWN),
  more: Math.max(0, evidence.length - SHOWN),
  ...more,
})

function disputeOf({ fact }: Entry & { kind: "dispute" }): Rest {
  const typed = typedLike(fact.positions[0]!)
  const best = bestOf(fact)[0]
  return {
    question: `Which is right? It is told in ${counted(fact.positions.length, "way")}${fact.relation === "mixed" ? ", some of which agree" : ""}.`,
    why: [datesInWords(fact.why), best].filter(Boolean).join("; "),
    item: { kind: "fact", id: fact.id },
    sides: fact.positions.slice(0, SIDES).map(position =>
      side(
        `${valueInWords(position.value)}${statusNote(position)}`,
        `${originsInWords(position.origins)}${sayers(position)}`,
        position.assertions.flatMap(({ evidence }) => evidence.slice(0, 1)),
        { accept: position.assertions[0]!.id, reject: position.assertions.map(({ id }) => id) },
      ),
    ),
    acts: [
      { key: "a", words: "Accept the chosen one", action: "accept", item: fact.id, needs: "side" },
      { key: "r", words: "Reject the chosen one", action: "reject", item: fact.id, needs: "side" },
      ...(typed === undefined
        ? []
        : [
            {
              key: "c" as const,
              words: "Correct",
              action: "correct" as const,
              item: fact.id,
              needs: "words" as const,
              hint: typed,
            },
          ]),
      { key: "o", words: "Leave it open", action: "accept", item: fact.id },
    ],
  }
}

/** What a person may type for a value like this; undefined where the right one can only be chosen. */
function typedLike({ value }: Position): string | undefined {
  if (value.kind === "count") return "a number, such as 17, 40-60 or 17+"
  if (value.kind === "time") return "a day, such as 2024-03-22, or a month, such as 2024-03"
  return value.kind === "text" ? "words" : undefined
}

function brokenOf({ reports, caseFile }: CaseIndex, { decision }: Entry & { kind: "decision" }): Rest {
  const problem = caseFile.problems.find(
    ({ code, message }) => code === "decision-no-longer-applies" && message.includes(decision.id),
  )
  const words = (decision.words ?? []).filter(
    ({ reportId, start, end, text }) => reports.get(reportId)?.text.slice(start, end) === text,
  )
  return {
    question: "This decision finds its subject no more. Withdraw it?",
    why: problem?.message ?? "the case does not have what it was about",
    item: { kind: "decision", id: decision.id },
    sides: [side(decision.name ?? decision.subject, `${decision.action} by ${decision.by}`, words)],
    acts: [{ key: "r", words: "Withdraw it", action: "withdraw", item: decision.id }],
  }
}

function tellingOf({ mention, incident }: Entry & { kind: "telling" }): Rest {
  const others = incident.mentions.filter(({ id }) => id !== mention.id)
  const beside = others.find(({ reportId }) => reportId === mention.reportId) ?? others[0]!
  return {
    question: `Does this tell of ${incident.title}, or of another event?`,
    why: mention.why,
    item: { kind: "mention", id: mention.id },
    sides: [side("This telling", "", [mention.sentence]), side("Told before", "", [beside.sentence])],
    acts: [
      { key: "a", words: "It is the same event", action: "accept", item: mention.id },
      { key: "s", words: "It is another event", action: "split", item: incident.id, mentions: [mention.id] },
      { key: "r", words: "It tells of no event", action: "reject", item: mention.id },
    ],
  }
}

const placesOf = (mentions: Entity["mentions"]): FlatEvidence[] =>
  mentions.map(({ reportId, start, end, text }) => ({ reportId, start, end, text }))

function joinOf(index: CaseIndex, { entity, join }: Entry & { kind: "join" }): Rest {
  const tellings = [...Map.groupBy(entity.mentions, ({ localEntityId }) => localEntityId)].sort(
    ([a], [b]) => Number(join.loose.includes(b)) - Number(join.loose.includes(a)),
  )
  return {
    question: `Do all of these name one ${entity.type === "person" ? "person" : "body"}?`,
    why: join.why,
    item: { kind: "entity", id: entity.id },
    sides: tellings
      .slice(0, SIDES)
      .map(([mention, places]) =>
        side(
          `“${places[0]!.text}” in report ${index.numbers.get(places[0]!.reportId)}`,
          join.loose.includes(mention) ? "joined by little" : "",
          placesOf(places),
          { mention },
        ),
      ),
    acts: [
      { key: "a", words: "Yes, one", action: "accept", item: entity.id },
      {
        key: "s",
        words: "Split off the chosen ones",
        action: "split",
        item: entity.id,
        needs: "sides",
        mentions: join.loose,
      },
    ],
  }
}

function apartOf(_: CaseIndex, { entity, other, why }: Entry & { kind: "apart" }): Rest {
  const sideOf = (one: Entity) =>
    side(
      one.name,
      one.roles
        .map(({ role }) => role)
        .slice(0, 2)
        .join("; "),
      placesOf(one.mentions),
    )
  return {
    question: "Heed keeps these two apart. Are they one?",
    why,
    item: { kind: "entity", id: entity.id },
    sides: [sideOf(entity), sideOf(other)],
    acts: [
      { key: "a", words: "Not the same: keep them apart", action: "keep-apart", item: entity.id, with: other.id },
      { key: "m", words: "The same: merge them", action: "merge", item: entity.id, with: other.id },
    ],
  }
}

function statementOf({ statement }: Entry & { kind: "statement" }): Rest {
  const { speaker, evidence, text, score } = statement
  return {
    question: `Does ${speaker.name} say this?`,
    why: `A learned scorer takes it for a statement, and no rule does: right about ${Math.round(100 * score!)} times in 100 by its own count. The brief leaves it out.`,
    item: { kind: "statement", id: statement.id },
    sides: [side(quoted(shortened(text, 200)), statement.cue ? `by “${statement.cue.text}”` : "", evidence)],
    acts: [
      { key: "a", words: "Yes, it is said", action: "accept", item: statement.id },
      { key: "r", words: "No, reject it", action: "reject", item: statement.id },
    ],
  }
}

function reportSide(report: FlatReport, { numbers }: CaseIndex): Side {
  const start = report.blocks[0]?.start ?? 0
  const end = Math.min(report.blocks[0]?.end ?? report.text.length, start + 300)
  const text = report.text.slice(start, end)
  return side(
    `Report ${numbers.get(report.id)}`,
    report.title,
    text === "" ? [] : [{ reportId: report.id, start, end, text }],
  )
}
