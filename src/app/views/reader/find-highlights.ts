import type { FlatReport } from "../../../core/casefile.ts"
import { type EventMention, isProposal, isSaying, type Reading, type Statement } from "../../../core/reading.ts"
import { overlaps, type Span } from "../../../core/span.ts"
import type { EntityType } from "../../../core/value.ts"
import { counted, shortened, slotInWords, timeInWords, UNNAMED, valueInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { placed } from "./placed.ts"
import type { Highlight, HighlightKind, ReaderItem, ReadLine } from "./reader-schema.ts"
import { foldedPeople, type PlacedAssertion, placesOf, type ReportPlaces, reportsTelling } from "./report-places.ts"

/** The highlights of a whole report, in the order of the text, and what each became. */
export interface Highlights {
  readonly highlights: readonly Highlight[]
  readonly items: ReadonlyMap<string, ReaderItem>
}

/** An item whose words are not looked up yet. */
type Draft = Omit<ReaderItem, "words">

/** What is said of a person instead of the name, as in overviews. */
const FOLDED = "a named person"

interface Asked {
  readonly reading: Reading
  readonly places: ReportPlaces
  readonly index: CaseIndex
  readonly folded: ReadonlySet<string>
  /** Whether folded names stand in what items are called. */
  readonly showNames: boolean
  /** The report that this one is an exact copy of. */
  readonly original: FlatReport | undefined
}

/** All that Heed read in a report, and what the case made of it. */
export function findHighlights(
  index: CaseIndex,
  reading: Reading,
  options: { readonly showNames: boolean; readonly original: FlatReport | undefined },
): Highlights {
  const asked: Asked = {
    ...options,
    reading,
    index,
    places: placesOf(index, reading.report.id),
    folded: foldedPeople(index),
  }
  const highlights: Highlight[] = []
  const items = new Map<string, Draft>()
  // Who signs a report is named on purpose.
  const signed = reading.report.blocks.filter(({ label }) => label === "byline" || label === "credit")
  const isSigned = (span: Span) => signed.some(block => overlaps(block, span))
  const put = (key: string, item: Draft, spans: readonly Span[], folded = false) => {
    items.set(key, item)
    for (const { start, end } of spans) {
      if (end <= start) continue
      const isFolded = folded && !isSigned({ start, end })
      highlights.push({ start, end, kind: item.kind, item: key, ...(isFolded && { folded: true as const }) })
    }
  }
  for (const event of reading.events) put(`e${event.id}`, eventItem(event, asked), [event.description.span])
  for (const entity of reading.entities) {
    const became = asked.places.entities.get(entity.id)
    const spans = entity.mentions.filter(({ form }) => form !== "pronoun").map(({ span }) => span)
    const folded = became !== undefined && asked.folded.has(became.id) && !spans.every(isSigned)
    const name = folded && !asked.showNames ? FOLDED : (became?.name ?? entity.name)
    const kind: HighlightKind = placeTypes.has(entity.type) ? "place" : "person"
    const roles = (became?.roles ?? []).map(({ role }) => role)
    put(
      `n${entity.id}`,
      {
        kind,
        title: name,
        what: typeWords[entity.type],
        lines: [
          ...(folded && !asked.showNames ? [] : roles.slice(0, 3).map(role => ({ label: "role", text: role }))),
          ...(became
            ? [{ label: "named in", text: counted(new Set(became.mentions.map(one => one.reportId)).size, "report") }]
            : []),
          ...assertionLines(spans, ["entity", "place", "text"], asked),
        ],
        ...(became
          ? { to: { kind: "entity" as const, id: became.id, label: name } }
          : { unused: unusedWords(asked, "nothing else in the case speaks of it") }),
      },
      spans,
      folded,
    )
  }
  for (const { span, time } of reading.times)
    put(`t${span.start}`, valueItem("time", timeInWords(time), "a time", [span], ["time"], asked), [span])
  for (const { span, count } of reading.counts)
    put(`c${span.start}`, valueItem("number", valueInWords(count), "a number", [span], ["count"], asked), [span])
  // Words that a fact rests on and that are no time, number or place by themselves: "the dead are 17".
  const values = placed<HighlightKind>()
  for (const one of highlights) if (isValue.has(one.kind)) values.add(one, one.kind)
  for (const { assertion } of asked.places.assertions) {
    const kind = factKinds[assertion.value.kind]
    for (const { reportId, start, end } of assertion.evidence) {
      if (kind === undefined || reportId !== reading.report.id || LONGEST_VALUE < end - start) continue
      if (values.over({ start, end }).includes(kind)) continue
      values.add({ start, end }, kind)
      const title = valueText(assertion.value, asked)
      put(`f${kind}${start}`, valueItem(kind, title, `a ${kind}`, [{ start, end }], [assertion.value.kind], asked), [
        { start, end },
      ])
    }
  }
  for (const statement of reading.statements)
    put(
      `s${statement.id}`,
      statementItem(statement, asked),
      statement.evidence.map(one => one.span),
    )
  for (const warning of reading.warnings) {
    const became = asked.places.warnings.get(warning.id)
    const shown = became ?? warning
    const audience = shown.audience.map(one => one.name).join(", ")
    put(
      `w${warning.id}`,
      {
        kind: "warning",
        title: `${shown.issuer.name || UNNAMED}${audience === "" ? "" : ` to ${audience}`}`,
        what: `a warning (${warning.kind.replaceAll("-", " ")})`,
        lines: [
          { label: "given", text: timeInWords(shown.issued) },
          { label: "channel", text: shown.channel },
          ...(became ? [{ label: "what came of it", text: became.outcome }] : []),
        ],
        ...(became
          ? {
              to: { kind: "warning" as const, id: became.id, label: "this warning" },
              decide: { kind: "warning" as const, id: became.id },
            }
          : { unused: unusedWords(asked, "it is not among the warnings of the case") }),
        rule: warning.rule,
      },
      warning.evidence.map(one => one.span),
    )
  }
  // Outer spans first, so that what is drawn later lies within.
  highlights.sort((a, b) => a.start - b.start || b.end - a.end || (a.item < b.item ? -1 : 1))
  return { highlights, items: withWords(reading.report.text, highlights, items, options.showNames) }
}

/** Letters of highlighted words that are shown, at most. */
const LONGEST_WORDS = 240

/** The items with the words that are highlighted for them. */
function withWords(
  text: string,
  highlights: readonly Highlight[],
  items: ReadonlyMap<string, Draft>,
  showNames: boolean,
): Map<string, ReaderItem> {
  const hidden = placed<Highlight>()
  for (const one of highlights) if (one.folded && !showNames) hidden.add(one, one)
  const wordsOf = ({ start, end }: Span) => {
    let words = ""
    let done = start
    for (const name of hidden.over({ start, end })) {
      if (name.start < done && done !== start) continue
      words += `${text.slice(done, Math.max(done, name.start))}${FOLDED}`
      done = Math.min(end, name.end)
    }
    return words + text.slice(done, end)
  }
  const spans = Map.groupBy(highlights, one => one.item)
  return new Map(
    [...items].map(([key, item]) => [
      key,
      // Names stand in many places; what is said is told in all its parts.
      {
        ...item,
        words: shortened(
          (item.kind === "statement" || item.kind === "warning"
            ? (spans.get(key) ?? [])
            : (spans.get(key) ?? []).slice(0, 1)
          )
            .map(wordsOf)
            .join(" … "),
          LONGEST_WORDS,
        ),
      },
    ]),
  )
}

const factKinds: Readonly<Partial<Record<string, "time" | "number" | "place">>> = {
  time: "time",
  count: "number",
  place: "place",
}
const isValue: ReadonlySet<string | undefined> = new Set(Object.values(factKinds))
/** Letters of words that give one value, at most; what is longer is the sentence that tells it. */
const LONGEST_VALUE = 200

const placeTypes: ReadonlySet<EntityType> = new Set<EntityType>(["place", "facility"])
const typeWords: Readonly<Record<EntityType, string>> = {
  person: "a person",
  organization: "an organization",
  "armed-group": "an armed group",
  place: "a place",
  facility: "a building or site",
  "event-name": "a named event",
  nationality: "a nationality",
}

/** Why something stands in no line of the case. */
function unusedWords({ original, index }: Asked, why: string): string {
  return original === undefined
    ? `not used, because ${why}`
    : `counted in report ${index.numbers.get(original.id)}, of which this report is an exact copy`
}

function eventItem(event: EventMention, asked: Asked): Draft {
  const { places, index, showNames } = asked
  const incident = places.tellings.get(event.id) ?? (event.sameAs && places.tellings.get(event.sameAs))
  const shown = incident && (showNames ? incident : index.overviews.get(incident.id))
  const kind = `${event.subtype ?? event.type}`.replaceAll("-", " ")
  const status = event.status === "occurred" ? "" : `, ${event.status}`
  const lines = event.fills
    .filter(fill => !isProposal(fill))
    .map((fill): ReadLine => {
      const { start, end } = fill.evidence.span
      const by = places.toldAt
        .over({ start, end })
        .find(
          one =>
            one.told.subject.item.id === (incident ? incident.id : undefined) &&
            one.told.assertion.slot === fill.slot &&
            one.start === start &&
            one.end === end,
        )
      return by
        ? assertionLine(by.told, asked, false)
        : {
            label: slotInWords(fill.slot),
            text: valueText(fill.value, asked),
            unused: unusedWords(
              asked,
              incident ? "it is not among the facts of this incident" : "no incident of the case was made of it",
            ),
          }
    })
  return {
    kind: "event",
    title: shown ? `${shown.code} ${shown.title}` : kind,
    what: `tells of: ${kind}${status}${event.background ? ", as background" : ""}${event.sameAs ? ", told again" : ""}`,
    lines: distinct(lines),
    ...(incident && shown
      ? {
          to: { kind: "incident" as const, id: incident.id, label: shown.code },
          ...(places.tellings.has(event.id) && { decide: { kind: "mention" as const, id: event.id } }),
        }
      : {
          unused: unusedWords(
            asked,
            event.plural
              ? "it tells of several events as one, which is no incident of its own"
              : "no incident of the case was made of it",
          ),
        }),
    rule: event.rule,
  }
}

function statementItem(statement: Statement, asked: Asked): Draft {
  const { index } = asked
  const became = index.statements.get(statement.id)
  const utterance = became?.utteranceId
  const learned = !isSaying(statement)
  const speaker = became?.speaker ?? statement.speaker
  const hidden = !asked.showNames && speaker.entityId !== undefined && asked.folded.has(speaker.entityId)
  return {
    kind: "statement",
    title: hidden ? FOLDED : speaker.name,
    what: `${statement.kind === "direct" ? "a quotation" : statement.kind === "mixed" ? "a statement, quoted in part" : "a statement, retold"}${statement.mode === "speech" ? "" : ` (${statement.mode})`}`,
    lines: [
      ...(statement.speaker.role === undefined ? [] : [{ label: "as", text: statement.speaker.role }]),
      ...(statement.audience ? [{ label: "to", text: statement.audience.name }] : []),
      ...(statement.venue ? [{ label: "in", text: statement.venue.name }] : []),
      ...(utterance === undefined
        ? []
        : [{ label: "told in", text: counted(reportsTelling(index, utterance), "report") }]),
      ...(became?.incidents ?? []).flatMap(id => {
        const incident = asked.showNames ? index.incidents.get(id) : index.overviews.get(id)
        return incident
          ? [
              {
                label: "about",
                text: incident.title,
                of: { kind: "incident" as const, id, name: incident.code },
              },
            ]
          : []
      }),
    ],
    ...(became && !learned
      ? {
          to: { kind: "statement" as const, id: became.id, label: "this statement" },
          decide: { kind: "statement" as const, id: became.id },
        }
      : {
          unused: unusedWords(
            asked,
            learned
              ? "a learned scorer found it and no rule did: it is shown here and told nowhere else"
              : "it is not among the statements of the case",
          ),
        }),
    rule: statement.rule,
  }
}

function valueItem(
  kind: "time" | "number" | "place",
  title: string,
  what: string,
  spans: readonly Span[],
  values: readonly ReadLine["value"][],
  asked: Asked,
): Draft {
  const lines = assertionLines(spans, values, asked)
  return {
    kind,
    title,
    what,
    lines,
    ...(lines.length === 0 && { unused: unusedWords(asked, "no fact of the case rests on these words") }),
  }
}

/** What is told of incidents and people with these words. */
function assertionLines(spans: readonly Span[], values: readonly ReadLine["value"][], asked: Asked): ReadLine[] {
  const found = spans.flatMap(span =>
    asked.places.toldAt
      .over(span)
      .filter(({ told, start, end }) => values.includes(told.assertion.value.kind) && end - start <= LONGEST_VALUE),
  )
  return distinct([...new Set(found.map(({ told }) => told))].map(told => assertionLine(told, asked, true)))
}

function assertionLine({ assertion, subject }: PlacedAssertion, asked: Asked, named: boolean): ReadLine {
  const { index, showNames, folded } = asked
  const { id } = subject.item
  const name =
    subject.kind === "incident"
      ? subject.item.code
      : !showNames && folded.has(id)
        ? FOLDED
        : (index.entities.get(id)?.name ?? subject.item.name)
  return {
    label: slotInWords(assertion.slot),
    text: valueText(assertion.value, asked),
    value: assertion.value.kind,
    decide: { kind: "assertion", id: assertion.id },
    ...(named && { of: { kind: subject.kind, id, name } }),
  }
}

function valueText(value: PlacedAssertion["assertion"]["value"], { showNames, folded }: Asked): string {
  return !showNames && value.kind === "entity" && folded.has(value.entityId) ? FOLDED : valueInWords(value)
}

/** Each line once: coreference gives the same person in the same slot many times. */
function distinct(lines: readonly ReadLine[]): ReadLine[] {
  return [...new Map(lines.map(line => [`${line.label}|${line.text}|${line.of?.id}`, line])).values()]
}
