import type { Fact, FlatEvidence, FlatReport } from "../../../core/casefile.ts"
import { isSaying } from "../../../core/reading.ts"
import { privatePeople } from "../../people.ts"
import { counted, edtfInWords, rolesInWords, slotInWords, timeInWords, UNNAMED, valueInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { tableOf } from "../table.ts"
import { foldText } from "./fold-text.ts"
import { WordIndex } from "./word-index.ts"

/** What can be found. "entity" holds people, groups and places. */
export const searchKinds = ["incident", "fact", "statement", "entity", "warning", "report"] as const
export type SearchKind = (typeof searchKinds)[number]

/** One thing that can be found. */
export interface SearchDoc {
  readonly kind: SearchKind
  readonly id: string
  /** The item whose screen shows it: of a fact what it is told of. */
  readonly to: { readonly kind: Exclude<SearchKind, "fact">; readonly id: string }
  readonly title: string
  /** One more line: what it is, when and where. */
  readonly note: string
  /** The words it is found by, besides its title; what stands in different places is in lines of its own. */
  readonly text: string
  readonly foldedTitle: string
  readonly foldedText: string
  /** Numbers of the reports that tell it. */
  readonly reports: readonly number[]
  readonly incidents: readonly string[]
  /** The words it rests on; none of a report. */
  readonly evidence: readonly FlatEvidence[]
  /** A victim or a private suspect: found only by who writes the name. */
  readonly private: boolean
}

/** All that can be found in a case. */
export interface SearchTable {
  readonly docs: readonly SearchDoc[]
  /** Which of the documents hold which words. */
  readonly words: WordIndex
  /** The words of names and titles, each once, as first written and folded, for who spells nearly so. Without those of private people. */
  readonly names: ReadonlyMap<string, string>
}

/** Documents, and letters of them, made in one step. */
const STEP = 200
const STEP_LETTERS = 40_000

export const searchTable = tableOf(function* (index): Generator<void, SearchTable> {
  const docs: SearchDoc[] = []
  const words = new WordIndex()
  const names = new Map<string, string>()
  let letters = 0
  yield
  for (const one of docsOf(index)) {
    docs.push(one)
    words.add(one.foldedTitle, one.foldedText)
    if (!one.private && (one.kind === "entity" || one.kind === "incident"))
      for (const name of one.title.match(/[\p{L}\p{N}]{4,}/gu) ?? []) {
        const folded = foldText(name)
        if (!names.has(folded)) names.set(folded, name)
      }
    letters += one.text.length
    if (docs.length % STEP !== 0 && letters < STEP_LETTERS) continue
    letters = 0
    yield
  }
  return { docs, words, names }
})

/** Evidence of an item that is searched and shown. */
const MOST_EVIDENCE = 12

interface Draft {
  readonly kind: SearchKind
  readonly id: string
  readonly to?: SearchDoc["to"]
  readonly title: string
  readonly note?: string
  readonly text: string
  readonly reports: Iterable<string>
  readonly incidents?: readonly string[]
  readonly evidence?: readonly FlatEvidence[]
  readonly private?: boolean
}

function docOf(
  { note = "", incidents = [], evidence = [], private: hidden = false, reports, ...draft }: Draft,
  numbers: ReadonlyMap<string, number>,
): SearchDoc {
  const { kind, id } = draft
  return {
    to: { kind: kind as SearchDoc["to"]["kind"], id },
    ...draft,
    note,
    reports: [...reports].map(report => numbers.get(report)!),
    incidents,
    evidence,
    private: hidden,
    foldedTitle: foldText(draft.title),
    foldedText: foldText(draft.text),
  }
}

function* docsOf(index: CaseIndex): Iterable<SearchDoc> {
  const { caseFile, overview, numbers } = index
  const doc = (draft: Draft) => docOf(draft, numbers)
  const hidden = privatePeople(caseFile)
  const told = incidentsByReport(index)
  for (const incident of overview.incidents) {
    const { id, code, title, status, when, where, reports } = incident
    const evidence = incident.mentions.slice(0, MOST_EVIDENCE).map(one => one.sentence)
    yield doc({
      kind: "incident",
      id,
      title: `${code} ${title}`,
      note: [status, when ? timeInWords(when) : "", where ? valueInWords(where) : "", counted(reports.length, "report")]
        .filter(word => word !== "")
        .join(" · "),
      text: [...new Set(evidence.map(one => one.text))].join("\n"),
      reports,
      incidents: [id],
      evidence,
    })
    for (const fact of incident.facts) yield doc(factDraft(fact, code, { kind: "incident", id }, [id]))
  }
  for (const entity of caseFile.entities) {
    const isHidden = hidden.has(entity.id)
    const roles = rolesInWords(entity.roles.map(({ role }) => role))
    const reports = [...new Set(entity.mentions.map(({ reportId }) => reportId))]
    yield doc({
      kind: "entity",
      id: entity.id,
      title: entity.name,
      note: [entity.type.replaceAll("-", " "), roles[0] ?? "", counted(reports.length, "report")]
        .filter(word => word !== "")
        .join(" · "),
      text: [...entity.aliases.map(({ name }) => name), ...roles].join(" · "),
      reports,
      evidence: entity.mentions.slice(0, 1).map(({ reportId, start, end, text }) => ({ reportId, start, end, text })),
      private: isHidden,
    })
    if (!isHidden)
      for (const fact of entity.facts) yield doc(factDraft(fact, entity.name, { kind: "entity", id: entity.id }, []))
  }
  const utterances = new Map(caseFile.utterances.map(utterance => [utterance.id, utterance]))
  for (const statement of caseFile.statements) {
    if (!isSaying(statement)) continue
    const utterance = statement.utteranceId === undefined ? undefined : utterances.get(statement.utteranceId)
    const fullest = utterance?.wordings.find(({ form }) => form === "fullest") ?? utterance?.wordings[0]
    // The same saying in ten reports is found once, in its fullest wording.
    if (fullest && fullest.statementId !== statement.id) continue
    const reports = utterance ? [...new Set(utterance.wordings.map(one => one.reportId))] : [statement.reportId]
    const isHidden = statement.speaker.entityId !== undefined && hidden.has(statement.speaker.entityId)
    const role = statement.speaker.role
    yield doc({
      kind: "statement",
      id: statement.id,
      title: isHidden ? "a named person" : statement.speaker.name,
      note: [role ?? "", counted(reports.length, "report")].filter(word => word !== "").join(" · "),
      text: statement.text,
      reports,
      incidents: statement.incidents,
      evidence: statement.evidence.slice(0, 1),
    })
  }
  for (const warning of caseFile.warnings) {
    const audience = warning.audience.map(({ name }) => name).join(", ")
    const evidence = warning.evidence.slice(0, MOST_EVIDENCE)
    yield doc({
      kind: "warning",
      id: warning.id,
      title: `${warning.issuer.name || UNNAMED}${audience === "" ? "" : ` to ${audience}`}`,
      note: `${warning.kind.replaceAll("-", " ")} · given ${timeInWords(warning.issued)} · ${warning.outcome}`,
      text: [...new Set(evidence.map(one => one.text))].join("\n"),
      reports: warning.reports,
      incidents: warning.incidents.map(({ id }) => id),
      evidence,
    })
  }
  for (const report of caseFile.reports)
    yield doc({
      kind: "report",
      id: report.id,
      title: report.title === "" ? (report.file ?? "no title") : report.title,
      note: reportNote(report),
      text: report.text,
      reports: [report.id],
      incidents: told.get(report.id) ?? [],
    })
}

function reportNote({ publisher, published }: FlatReport): string {
  return [publisher ?? "publisher unknown", published ? edtfInWords(published.edtf) : "no date"].join(" · ")
}

function factDraft(fact: Fact, subject: string, to: SearchDoc["to"], incidents: readonly string[]): Draft {
  const assertions = fact.positions.flatMap(position => position.assertions)
  const values = [...new Set(fact.positions.map(({ value }) => valueInWords(value)))]
  const evidence = assertions.flatMap(assertion => assertion.evidence).slice(0, MOST_EVIDENCE)
  return {
    kind: "fact",
    id: fact.id,
    to,
    title: `${subject} ${slotInWords(fact.slot)}: ${fact.value ? valueInWords(fact.value) : values.join(" or ")}`,
    note: `${fact.relation} · ${counted(fact.positions.length, "position")}`,
    text: [...new Set([...values, ...evidence.map(one => one.text)])].join(" · "),
    reports: new Set(assertions.flatMap(assertion => assertion.evidence.map(one => one.reportId))),
    incidents,
    evidence,
  }
}

function incidentsByReport({ caseFile }: CaseIndex): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, reports } of caseFile.incidents)
    for (const report of reports) {
      const own = found.get(report)
      if (own) own.push(id)
      else found.set(report, [id])
    }
  return found
}
