import type { FlatEvidence, Lineage, Origin } from "../../core/casefile.ts"
import { flatEvidence } from "../../core/casefile.ts"
import type { Attribution, Citation } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import { overlaps } from "../../core/span.ts"
import type { EntityType } from "../../core/value.ts"
import { type CaseReport, type CaseSentence, comparePublished, sentenceAt } from "../case-report.ts"
import { compareText, groupBy, sortBy } from "../union.ts"
import type { OriginRef } from "./count-origins.ts"
import type { SharedSentence } from "./find-passages.ts"
import { isPrinterOf, isPublisherOf, isWire } from "./houses.ts"
import { type Publishers, publisherKey } from "./publishers.ts"

/** From this share on, what a report says without a passage of its own is taken to come from the text it rests on, too. */
const MOSTLY_RESTS = 0.6
/** The same where the report says itself whom it has it from: what no passage was found for is a looser rewording. */
const CITED_RESTS = 0.35

/** What origins need to know of an entity of the case. */
interface CaseEntity {
  readonly id: string
  readonly name: string
  readonly type: EntityType
}

/** Finds origins. Made once for a case after its lineage. */
export class OriginBook {
  readonly #reports: ReadonlyMap<string, CaseReport>
  readonly #publishers: Publishers
  readonly #entityOf: (reportId: string, localId: string) => CaseEntity | undefined
  /** For each sentence the sentence of another report it rests on. */
  readonly #source = new Map<string, CaseSentence>()
  /** For a sentence and another report: its sentence that tells the same. */
  readonly #alike = new Map<string, CaseSentence>()
  /** For each report the report it mostly rests on. */
  readonly #mostly = new Map<string, string>()
  readonly #cites = new Map<string, Lineage[]>()
  /** Publisher of a report that names none, told by those that cite it. */
  readonly #inferred = new Map<string, string>()
  readonly #ways = new Map<string, string>()
  /** Reports of the case by their publisher's name. */
  readonly #byPublisher = new Map<string, CaseReport>()
  readonly #told: OriginRef[] = []

  constructor(
    reports: readonly CaseReport[],
    lineages: readonly Lineage[],
    shared: readonly SharedSentence[],
    publishers: Publishers,
    entityOf: (reportId: string, localId: string) => CaseEntity | undefined,
  ) {
    this.#reports = new Map(reports.map(report => [report.id, report]))
    this.#publishers = publishers
    this.#entityOf = entityOf
    for (const report of [...reports].sort(comparePublished)) {
      const name = report.report.publisher?.value
      if (name !== undefined && !this.#byPublisher.has(publisherKey(name)))
        this.#byPublisher.set(publisherKey(name), report)
    }
    // What a house printed word for word came from the report it copied, unless it has a report of its own.
    for (const report of this.#reports.values())
      for (const name of report.printedBy.values())
        if (!this.#byPublisher.has(publisherKey(name))) this.#byPublisher.set(publisherKey(name), report)
    const rests = new Map<string, Lineage>()
    for (const lineage of lineages) {
      if (lineage.kind === "cites") this.#cites.set(lineage.from, [...(this.#cites.get(lineage.from) ?? []), lineage])
      else rests.set(`${lineage.from} ${lineage.to}`, lineage)
    }
    const best = new Map<string, number>()
    for (const { a, b, similarity } of shared)
      for (const [own, other] of [
        [a, b],
        [b, a],
      ] as const) {
        this.#alike.set(`${own.id} ${other.reportId}`, other)
        if (!rests.has(`${own.reportId} ${other.reportId}`) || similarity <= (best.get(own.id) ?? 0)) continue
        best.set(own.id, similarity)
        this.#source.set(own.id, other)
      }
    for (const [from, ways] of groupBy([...rests.values()], lineage => lineage.from)) {
      const [strongest] = sortBy(
        ways,
        lineage => -lineage.strength,
        lineage => lineage.to!,
      )
      const least = 0 < strongest!.evidence.length ? CITED_RESTS : MOSTLY_RESTS
      if (least <= strongest!.strength) this.#mostly.set(from, strongest!.to!)
    }
    for (const lineage of sortBy([...rests.values()], item => item.id))
      if (lineage.source !== undefined && lineage.to !== null) {
        this.#inferred.set(lineage.to, lineage.source.replace(/^the | (newspaper|magazine|website)$/giu, ""))
        const key = publisherKey(lineage.source)
        if (!this.#byPublisher.has(key)) this.#byPublisher.set(key, this.#reports.get(lineage.to)!)
      }
  }

  /** The origin of what `report` says at `span`, given to those in `attribution` (from the report outwards, without the report itself). */
  of(report: CaseReport, span: Span, attribution: readonly Attribution[]): OriginRef {
    const ref = this.#attributed(report, attribution) ?? this.#follow(report, sentenceAt(report, span.start), [])
    const here = { ...ref, way: this.#wayOf(report), reportId: report.id }
    this.#told.push(here)
    return here
  }

  /** The own origin of a report as a whole: its publisher's, the wire's, or that of the report it mostly rests on. */
  ofReport(report: CaseReport): OriginRef {
    return this.#follow(report, undefined, [])
  }

  #wayOf(report: CaseReport): string {
    const known = this.#ways.get(report.id)
    if (known !== undefined) return known
    const way = this.ofReport(report).key
    this.#ways.set(report.id, way)
    return way
  }

  /** Everything told so far: each answer of `of`. A report of which nothing is told has its own origin. */
  told(): OriginRef[] {
    const heard = new Set(this.#told.map(ref => ref.reportId))
    const silent = [...this.#reports.values()].filter(report => !heard.has(report.id))
    return [
      ...this.#told,
      ...silent.map(report => ({ ...this.ofReport(report), way: this.#wayOf(report), reportId: report.id })),
    ]
  }

  /** The deepest step that names somebody; undefined when nobody is named. */
  #attributed(report: CaseReport, attribution: readonly Attribution[]): OriginRef | undefined {
    for (const step of [...attribution].reverse()) {
      const evidence = step.evidence ? [flatEvidence(step.evidence)] : []
      // Somebody without a name entered public reporting through the report or outlet that heard him.
      if (step.kind === "anonymous" || !/\p{Lu}/u.test(step.name)) continue
      const house = this.#byPublisher.get(publisherKey(step.name))
      if (house && house.id !== report.id) return { ...this.#own(house), evidence }
      if (step.kind === "outlet") {
        const publisher = this.#publishers.ofName(step.name)
        const own = report.report.publisher?.value
        const isOwn = publisher
          ? publisher.key === report.publisher?.key
          : own && publisherKey(own) === publisherKey(step.name)
        if (isOwn) continue
        return this.#outlet(report, publisher?.key ?? publisherKey(step.name), publisher?.name ?? step.name, evidence)
      }
      const entity = step.entityId === undefined ? undefined : this.#entityOf(report.id, step.entityId)
      const isGroup = entity?.type === "armed-group"
      const kind: Origin["kind"] =
        isGroup || step.kind === "group"
          ? "group-claim"
          : step.kind === "person"
            ? "person"
            : step.kind === "document"
              ? "document"
              : "official-statement"
      return {
        key: entity ? `entity ${entity.id}` : `name ${publisherKey(step.name)}`,
        name: entity?.name ?? step.name,
        kind,
        proven: true,
        way: "",
        reportId: report.id,
        evidence,
      }
    }
    return undefined
  }

  /** What a report says in its own voice: from the report its sentence is taken from, else whom it credits, else itself. */
  #follow(report: CaseReport, sentence: CaseSentence | undefined, path: readonly string[]): OriginRef {
    if (path.includes(report.id)) return this.#circle(path.slice(path.indexOf(report.id)))
    const seen = [...path, report.id]
    const source = sentence && this.#source.get(sentence.id)
    if (source) return this.#follow(this.#reports.get(source.reportId)!, source, seen)
    const citation = report.reading.citations.find(item => this.#covers(report, item, sentence))
    if (citation) {
      const cite = this.#cites
        .get(report.id)
        ?.find(item => item.to !== null && isPrinterOf(this.#reports.get(item.to)!, citation, this.#publishers))
      const there = cite && sentence && this.#alike.get(`${sentence.id} ${cite.to}`)
      if (cite) return this.#follow(this.#reports.get(cite.to!)!, there, seen)
      const publisher = this.#publishers.ofCitation(citation)
      const key = publisher?.key ?? citation.known ?? publisherKey(citation.source)
      if (citation.kind === "document")
        return {
          key: `name ${publisherKey(citation.source)}`,
          name: citation.source,
          kind: "document",
          proven: true,
          way: "",
          reportId: report.id,
          evidence: [flatEvidence(citation.evidence)],
        }
      return this.#outlet(report, key, publisher?.name ?? citation.source, [flatEvidence(citation.evidence)], citation)
    }
    const mostly = this.#mostly.get(report.id)
    if (mostly !== undefined) return this.#follow(this.#reports.get(mostly)!, undefined, seen)
    return this.#own(report)
  }

  #covers(report: CaseReport, citation: Citation, sentence: CaseSentence | undefined): boolean {
    if (citation.kind !== "outlet" && citation.kind !== "wire" && citation.kind !== "document") return false
    if (isPublisherOf(report, citation, this.#publishers)) return false
    if (citation.form === "credit" && citation.scope === undefined) return true
    return sentence !== undefined && citation.scope !== undefined && overlaps(citation.scope, sentence.span)
  }

  /** An outlet that is cited: a report of the case whose publisher that is, else the outlet itself. */
  #outlet(report: CaseReport, key: string, name: string, evidence: FlatEvidence[], citation?: Citation): OriginRef {
    const inCase = this.#byPublisher.get(publisherKey(name))
    if (inCase && inCase.id !== report.id) {
      const own = this.#own(inCase)
      return { ...own, evidence: [...own.evidence, ...evidence] }
    }
    const wire = citation?.kind === "wire" || isWire(this.#publishers.ofName(name), name)
    return {
      key: `source ${key}`,
      name,
      kind: wire ? "wire" : "own-reporting",
      proven: true,
      way: "",
      reportId: report.id,
      evidence,
    }
  }

  #own(report: CaseReport): OriginRef {
    const inferred = this.#inferred.get(report.id)
    const told = report.reading.citations.filter(
      citation => citation.form === "sentence" && isPublisherOf(report, citation, this.#publishers),
    )
    const publisher = report.publisher ?? (inferred === undefined ? undefined : this.#publishers.ofName(inferred))
    const name = publisher?.name ?? inferred ?? report.sourceName
    const stated = inferred ?? report.report.publisher?.value
    const known = publisher?.family ?? publisher?.key ?? (stated === undefined ? undefined : publisherKey(stated))
    const wire = isWire(publisher, name)
    // "told CBC News" in a report of CBC shows that its reporters spoke to somebody.
    const proven = wire || 0 < told.length || inferred !== undefined
    return {
      key: known !== undefined && (wire || inferred !== undefined) ? `source ${known}` : `report ${known ?? report.id}`,
      name,
      kind: wire ? "wire" : proven ? "own-reporting" : "unproven",
      proven,
      way: "",
      reportId: report.id,
      own: [report.id],
      evidence: told.slice(0, 3).map(citation => flatEvidence(citation.evidence)),
    }
  }

  /** Reports that only cite each other: one origin together, which nothing proves. */
  #circle(circle: readonly string[]): OriginRef {
    const ids = [...circle].sort(compareText)
    return {
      key: `circle ${ids.join(" ")}`,
      name: `${ids.map(id => this.#reports.get(id)!.sourceName).join(" and ")}, citing each other`,
      kind: "unproven",
      proven: false,
      way: "",
      reportId: ids[0]!,
      own: ids,
      evidence: [],
    }
  }
}
