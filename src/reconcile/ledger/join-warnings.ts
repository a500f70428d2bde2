import { type DayRange, daysOf, edtfOfDay } from "../../core/edtf.ts"
import type { WarningMention } from "../../core/reading.ts"
import { overlaps } from "../../core/span.ts"
import { type Word, wordsOf } from "../../core/words.ts"
import { type CaseReport, type CaseSentence, sentenceAt } from "../case-report.ts"
import type { SharedSentence } from "../lineage/find-passages.ts"
import { TextIndex } from "../lineage/similar.ts"
import type { CaseOptions } from "../options.ts"
import { groupBy, sortBy, Union, unique } from "../union.ts"

/** A warning as one report tells it, prepared for comparing. */
export interface WarningView {
  readonly id: string
  readonly report: CaseReport
  readonly mention: WarningMention
  /** Entity of the case or folded name of who warned. */
  readonly issuer: string
  readonly audience: readonly string[]
  /** Countries for which the issuer and the hearers stand: "Argentina's security minister" and "Argentina" are one side. */
  readonly issuerSides: readonly string[]
  readonly audienceSides: readonly string[]
  /** Countries that its sentences name. */
  readonly countries: readonly string[]
  readonly issued: DayRange | undefined
  readonly horizon: DayRange | undefined
  readonly sentences: readonly CaseSentence[]
  readonly words: readonly Word[]
  readonly stems: readonly string[]
  /** Stems of what was feared and for whom. */
  readonly feared: readonly string[]
  /** Incidents it is said to have come before. */
  readonly before: readonly string[]
}

/** From this much evidence on, two tellings are one warning. */
const ENOUGH = 3
/** A country and its people share this many first letters: "Argentina" and "Argentinian". */
const ROOT = 6
/** A lookup key with more warnings than this is compared with its first ones only. */
const CROWD = 30

/** What links a mention to the rest of the case. */
export interface WarningTools {
  readonly entityIdOf: (reportId: string, localId: string) => string
  readonly incidentOfMention: ReadonlyMap<string, string>
  /** Utterance of a statement, when several reports have it. */
  readonly utteranceOf: ReadonlyMap<string, string>
}

/** Prepares the warnings of all reports. */
export function toWarningViews(reports: readonly CaseReport[], tools: WarningTools): WarningView[] {
  const countryOf = countriesOf(reports)
  const sidesOf = (texts: readonly (string | undefined)[]): string[] =>
    unique(
      texts.flatMap(text =>
        wordsOf(text ?? "").flatMap(
          word => countryOf.get(word.plain) ?? countryOf.get(word.plain.slice(0, ROOT)) ?? [],
        ),
      ),
    ).sort()
  const views = reports.flatMap(report =>
    report.reading.warnings.map((mention): WarningView => {
      const sentences = unique(mention.evidence.flatMap(evidence => sentenceAt(report, evidence.span.start) ?? []))
      const words = mention.evidence.flatMap(evidence => wordsOf(evidence.text))
      const nameOf = (party: { readonly entityId?: string | undefined; readonly name: string }): string =>
        party.entityId === undefined
          ? wordsOf(party.name)
              .filter(word => !word.empty)
              .map(word => word.stem)
              .join(" ")
          : tools.entityIdOf(report.id, party.entityId)
      return {
        id: `${report.id} ${mention.id}`,
        report,
        mention,
        issuer: nameOf(mention.issuer),
        audience: mention.audience.map(nameOf),
        issuerSides: sidesOf([mention.issuer.name, mention.issuer.role, ...rolesOf(report, mention.issuer.entityId)]),
        audienceSides: sidesOf(mention.audience.map(party => party.name)),
        issued: daysOf(mention.issued.edtf),
        horizon: mention.horizon && daysOf(mention.horizon.edtf),
        sentences,
        countries: countriesIn(report, sentences),
        words,
        stems: unique(words.flatMap(word => (word.empty ? [] : [word.stem]))),
        feared: unique(
          [mention.subject.threat, mention.subject.target].flatMap(value =>
            value ? wordsOf(value.text).flatMap(word => (word.empty ? [] : [word.stem])) : [],
          ),
        ),
        before: unique(mention.before.flatMap(id => tools.incidentOfMention.get(id) ?? [])),
      }
    }),
  )
  return sortBy(views, view => view.id)
}

/** Joins the tellings of one warning: the same passage or utterance, or the same issuer, day, hearer and words. */
export function joinWarnings(
  views: readonly WarningView[],
  shared: readonly SharedSentence[],
  tools: WarningTools,
  options: Pick<CaseOptions, "count">,
): WarningView[][] {
  const index = new TextIndex(
    views.map(view => ({ id: view.id, group: view.report.id, words: view.words, stems: view.stems })),
  )
  const partners = new Map<string, Map<string, SharedSentence>>()
  for (const item of shared)
    for (const [one, two] of [
      [item.a.id, item.b.id],
      [item.b.id, item.a.id],
    ] as const)
      partners.set(one, (partners.get(one) ?? new Map()).set(two, item))
  // A sentence may tell two warnings ("raids at home are unlikely, but it can strike abroad"): its words prove nothing for one of each.
  const told = groupBy(
    views.flatMap(view => view.sentences.map(({ id }) => ({ id }))),
    item => item.id,
  )
  const isAlone = (view: WarningView): boolean => view.sentences.every(({ id }) => told.get(id)!.length === 1)
  const proven = (a: WarningView, b: WarningView): SharedSentence[] =>
    (isAlone(a) && isAlone(b)) || 2 <= a.feared.filter(stem => b.feared.includes(stem)).length
      ? a.sentences.flatMap(one => b.sentences.flatMap(two => partners.get(one.id)?.get(two.id) ?? []))
      : []
  const keyed = views.flatMap(view => keysOf(view, partners, tools).map(key => ({ key, view })))
  const pairs = new Map<string, { a: WarningView; b: WarningView; score: number }>()
  for (const [, group] of sortBy([...groupBy(keyed, item => item.key)], ([key]) => key))
    for (const [at, { view: b }] of group.entries())
      for (const { view: a } of group.slice(0, Math.min(at, CROWD))) {
        const key = `${a.id}|${b.id}`
        if (a.id === b.id || pairs.has(key)) continue
        pairs.set(key, { a, b, score: compare(a, b, index, proven(a, b), tools) })
      }
  options.count?.("warnings", pairs.size)
  const union = new Union()
  const members = new Map(views.map(view => [view.id, [view]]))
  for (const pair of sortBy(
    [...pairs.values()].filter(item => ENOUGH <= item.score),
    item => -item.score,
    item => `${item.a.id}|${item.b.id}`,
  )) {
    const rootA = union.root(pair.a.id)
    const rootB = union.root(pair.b.id)
    if (rootA === rootB) continue
    const one = members.get(rootA)!
    const two = members.get(rootB)!
    if (
      one.some(a =>
        two.some(b => daysApart(a.issued, b.issued) || areToldApart(a, b) || issuersDiffer(a, b, proven(a, b), tools)),
      )
    )
      continue
    union.join(rootA, rootB)
    members.delete(rootA)
    members.delete(rootB)
    members.set(union.root(rootA), [...one, ...two])
  }
  return sortBy([...members.entries()], ([root]) => root).map(([, group]) => sortBy(group, view => view.id))
}

/** True for one that is called unlikely and one that is not, side by side in one report: "raids at home are unlikely; it can strike abroad". */
function areToldApart(a: WarningView, b: WarningView): boolean {
  const isDoubted = ({ mention }: WarningView): boolean => (mention.likelihood?.band?.[1] ?? 100) < 50
  return a.report.id === b.report.id && isDoubted(a) !== isDoubted(b)
}

function compare(
  a: WarningView,
  b: WarningView,
  index: TextIndex,
  passage: readonly SharedSentence[],
  tools: WarningTools,
): number {
  if (daysApart(a.issued, b.issued) || daysApart(a.horizon, b.horizon)) return 0
  const same = sameUtterance(a, b, tools)
  if (channelsDiffer(a, b)) return 0
  // A threat by a group and a warning of it by others are two, whatever words they share.
  if ((a.mention.kind === "threat") !== (b.mention.kind === "threat")) return 0
  if (issuersDiffer(a, b, passage, tools)) return 0
  let score = 0
  if (same) score += 4
  if (passage.some(item => item.kind !== "paraphrase")) score += 2.5
  else if (0 < passage.length) score += 1.5
  if (a.issuer !== "" && a.issuer === b.issuer) score += 1.5
  else if (isNotice(a) && isNotice(b) && a.issuerSides.some(side => b.issuerSides.includes(side))) score += 1
  if (a.audience.some(name => b.audience.includes(name))) score += 1
  else if (isNotice(a) && isNotice(b) && a.audienceSides.some(side => b.audienceSides.includes(side))) score += 0.75
  if (a.before.some(id => b.before.includes(id))) score += 1
  if (a.issued && b.issued) {
    const width = Math.max(a.issued.last - a.issued.first, b.issued.last - b.issued.first)
    score += width === 0 ? 2 : width <= 31 ? 1 : 0.5
  }
  if (a.horizon && b.horizon) score += 0.5
  if (a.mention.channel === b.mention.channel && a.mention.channel !== "unknown") score += 0.25
  if (2 <= a.feared.filter(stem => b.feared.includes(stem)).length) score += 1
  const { dice } = index.compare(toText(a), toText(b))
  score += dice < 0.12 ? -0.5 : dice < 0.2 ? 0.5 : dice < 0.35 ? 1 : 1.5
  // Two mentions in one report need the same words to be one warning told twice.
  return a.report.id === b.report.id ? score - 1 : score
}

/** Governments warn each other through many mouths: a minister, a ministry and the country are one side. */
function isNotice(view: WarningView): boolean {
  return view.mention.kind === "notice"
}

/** Countries named in the case by each one-word name of theirs. */
function countriesOf(reports: readonly CaseReport[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const report of reports)
    for (const { name, aliases, place } of report.reading.entities)
      if (place?.precision === "country" && place.country !== undefined)
        for (const text of [name, ...aliases]) {
          const [first, ...more] = wordsOf(text)
          if (first && more.length === 0) {
            found.set(first.plain, place.country)
            if (ROOT <= first.plain.length) found.set(first.plain.slice(0, ROOT), place.country)
          }
        }
  return found
}

function countriesIn(report: CaseReport, sentences: readonly CaseSentence[]): string[] {
  return unique(
    report.reading.entities.flatMap(({ place, mentions }) =>
      place?.country !== undefined &&
      mentions.some(mention => sentences.some(({ span }) => overlaps(span, mention.span)))
        ? [place.country]
        : [],
    ),
  ).sort()
}

function rolesOf(report: CaseReport, entityId: string | undefined): string[] {
  const entity = entityId === undefined ? undefined : report.reading.entities.find(item => item.id === entityId)
  return entity?.roles.flatMap(role => [role.role, role.organization ?? ""]) ?? []
}

function sameUtterance(a: WarningView, b: WarningView, tools: WarningTools): boolean {
  const one = a.mention.statementId
  const two = b.mention.statementId
  if (one === undefined || two === undefined) return false
  // One statement may tell two warnings: a private one to a government and a public one to citizens.
  if (one === two) return false
  const utterance = tools.utteranceOf.get(one)
  return utterance !== undefined && utterance === tools.utteranceOf.get(two)
}

/** Words for anybody who may warn: they say nothing against a body with a name. Source: English of reporting; Apache-2.0. */
const ANY_ISSUER = new Set(
  "official officials authority authorities government governments agency agencies source sources expert experts analyst analysts specialist specialists report reports assessment document statement he she they it".split(
    " ",
  ),
)

/** True for two bodies or persons that are not one, unless the reports have the very same words: two embassies warn on one day. */
function issuersDiffer(
  a: WarningView,
  b: WarningView,
  passage: readonly SharedSentence[],
  tools: WarningTools,
): boolean {
  if (a.issuer === b.issuer || a.issuer === "" || b.issuer === "") return false
  if (sameUtterance(a, b, tools) || passage.some(item => item.kind === "verbatim")) return false
  if (a.issuerSides.some(side => b.issuerSides.includes(side))) return false
  if (0 < a.issuerSides.length && 0 < b.issuerSides.length) return true
  const [one, two] = [issuerStems(a), issuerStems(b)]
  const within = (some: readonly string[], all: readonly string[]): boolean =>
    some.every(stem => all.some(other => stem === other || isOneRoot(stem, other)))
  return 0 < one.length && 0 < two.length && !within(one, two) && !within(two, one)
}

/** "Canada" and "Canadian", also where no report names the country by itself. */
function isOneRoot(a: string, b: string): boolean {
  return ROOT <= Math.min(a.length, b.length) + 1 && a.slice(0, ROOT - 1) === b.slice(0, ROOT - 1)
}

/** Stems that tell one issuer from another, his office included. */
function issuerStems({ mention, report }: WarningView): string[] {
  const { name, role, entityId } = mention.issuer
  const words = wordsOf([name, role ?? "", ...rolesOf(report, entityId)].join(" "))
  return unique(words.flatMap(word => (word.empty || ANY_ISSUER.has(word.plain) ? [] : [word.stem])))
}

function channelsDiffer(a: WarningView, b: WarningView): boolean {
  const channels = new Set([a.mention.channel, b.mention.channel])
  return channels.has("public") && channels.has("private")
}

/** True when both are known and share no day. */
function daysApart(a: DayRange | undefined, b: DayRange | undefined): boolean {
  return a !== undefined && b !== undefined && (b.last < a.first || a.last < b.first)
}

function keysOf(
  view: WarningView,
  partners: ReadonlyMap<string, ReadonlyMap<string, SharedSentence>>,
  tools: WarningTools,
): string[] {
  const keys = new Set<string>()
  if (view.issuer !== "") keys.add(`i ${view.issuer}`)
  if (view.issued && view.issued.last === view.issued.first) keys.add(`d ${view.issued.first}`)
  if (view.issued && view.issued.last - view.issued.first <= 31)
    keys.add(`m ${edtfOfDay(view.issued.first).slice(0, 7)}`)
  for (const stem of view.feared) keys.add(`f ${stem}`)
  for (const name of view.audience) if (name !== "") keys.add(`a ${name}`)
  for (const id of view.before) keys.add(`b ${id}`)
  const utterance = view.mention.statementId === undefined ? undefined : tools.utteranceOf.get(view.mention.statementId)
  if (utterance !== undefined) keys.add(`u ${utterance}`)
  if (view.mention.statementId !== undefined) keys.add(`s ${view.mention.statementId}`)
  for (const sentence of view.sentences)
    for (const other of partners.get(sentence.id)?.keys() ?? []) keys.add(`p ${[sentence.id, other].sort().join(" ")}`)
  return [...keys]
}

function toText(view: WarningView): { id: string; group: string; words: readonly Word[]; stems: readonly string[] } {
  return { id: view.id, group: view.report.id, words: view.words, stems: view.stems }
}
