import { idOf, reportIdOf } from "../../core/id.ts"
import type {
  Attribution,
  Citation,
  EventMention,
  LocalEntity,
  Reading,
  SlotFill,
  Statement,
  WarningMention,
} from "../../core/reading.ts"
import type { Report } from "../../core/report.ts"
import { type Evidence, evidenceAt, type Span } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Count, EntityType, Place, Time, Value } from "../../core/value.ts"

/** What a test says of a report. `published` is EDTF. */
export interface ReportParts {
  readonly text: string
  readonly publisher?: string
  readonly published?: string
  readonly file?: string
  readonly language?: string
}

/** A slot of an event: its value and the words that give it. */
interface FillParts {
  readonly slot: string
  readonly value: Value
  readonly words?: string
  readonly status?: Status
  readonly by?: readonly Attribution[]
}

/** An event as a test writes it; words are looked up in the text. */
export interface EventParts {
  readonly words: string
  readonly type?: string
  readonly subtype?: string
  readonly status?: Status
  readonly fills?: readonly FillParts[]
  readonly plural?: boolean
  readonly background?: boolean
  readonly sameAs?: string
  readonly by?: readonly Attribution[]
}

/** A time value. Precision follows from the EDTF text. */
export function time(edtf: string, text = edtf): Time {
  const precision =
    edtf === ""
      ? "unknown"
      : edtf.includes("/")
        ? "range"
        : (["", "year", "month", "day"] as const)[edtf.split("-").length] || "day"
  return { kind: "time", edtf, precision, text, method: edtf === "" ? "unknown" : "explicit" }
}

/** A count; `high` left out means exactly `low`. */
export function count(low: number, high: number | null = low, of = "people", text = `${low} ${of}`): Count {
  const qualifier = high === null ? "at-least" : low === high ? "exact" : "range"
  return { kind: "count", low, high, qualifier, of, text }
}

/** A vague word such as "scores". */
export function vague(low: number, high: number, text: string): Count {
  return { kind: "count", low, high, qualifier: "vague", of: "people", text }
}

/** A town with its country. */
export function town(name: string, country: string, more: Partial<Place> = {}): Place {
  return { kind: "place", name, country, precision: "settlement", text: name, ...more }
}

/** Words that are no entity. */
export function words(text: string): Value {
  return { kind: "text", text, norm: text.toLowerCase() }
}

/** Writes a reading by hand for tests: every piece of evidence is found in the text, so that no test can break the law of evidence. */
export class ReadingBuilder {
  readonly report: Report
  readonly #sentences: Span[]
  readonly #entities = new Map<string, LocalEntity>()
  readonly #events: EventMention[] = []
  readonly #statements: Statement[] = []
  readonly #warnings: WarningMention[] = []
  readonly #citations: Citation[] = []
  readonly #setting: SlotFill[] = []
  readonly #profiles: Reading["profiles"][number][] = []

  constructor(parts: ReportParts) {
    const { text } = parts
    const id = reportIdOf(
      new TextEncoder().encode(`${parts.file ?? ""}\n${parts.publisher ?? ""}\n${parts.published ?? ""}\n${text}`),
    )
    this.report = {
      id,
      ...(parts.file !== undefined && { file: parts.file }),
      ...(parts.publisher !== undefined && { publisher: { value: parts.publisher, source: "user" as const } }),
      ...(parts.published !== undefined && { published: { time: time(parts.published), source: "user" as const } }),
      language: parts.language ?? "en",
      encoding: "utf-8",
      format: "text",
      text,
      blocks: [{ start: 0, end: text.length, label: "paragraph" }],
      removed: [],
      repairs: [],
      rawMap: [[0, text.length, 0, text.length]],
    }
    this.#sentences = [...text.matchAll(/[^\s].*?(?:[.!?][”"]?(?=\s|$)|$)/gms)].map(match => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
  }

  /** Evidence of the first place where the words stand. Throws when the text lacks them. */
  at(found: string): Evidence {
    const start = this.report.text.indexOf(found)
    if (start < 0) throw new Error(`the text has no "${found}"`)
    return evidenceAt(this.report, { start, end: start + found.length })
  }

  /** An entity; the same name gives the same one. */
  entity(
    name: string,
    type: EntityType = "person",
    more: { aliases?: string[]; known?: string; role?: string; place?: Place } = {},
  ): Value & { kind: "entity" } {
    const id = idOf(this.report.id, "entity", name)
    if (!this.#entities.has(id)) {
      const mentions = [...this.report.text.matchAll(new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g"))].map(
        match => ({
          span: { start: match.index, end: match.index + name.length },
          text: name,
          form: "name" as const,
        }),
      )
      this.#entities.set(id, {
        id,
        type,
        name,
        aliases: more.aliases ?? [],
        ...(more.known !== undefined && { known: more.known }),
        ...(more.place && { place: more.place }),
        roles: more.role === undefined ? [] : [{ role: more.role, evidence: this.at(more.role) }],
        mentions,
      })
    }
    return { kind: "entity", entityId: id, type, name, text: name }
  }

  /** Adds an event and gives its mention id. */
  event(parts: EventParts): string {
    const trigger = this.at(parts.words)
    const id = idOf(this.report.id, "event", trigger.span.start, trigger.span.end)
    const fills = (parts.fills ?? []).map(
      (fill): SlotFill => ({
        slot: fill.slot,
        value: fill.value,
        evidence: this.at(fill.words ?? fill.value.text),
        attribution: fill.by ?? [],
        ...(fill.status && { status: fill.status }),
        rule: "test",
      }),
    )
    this.#events.push({
      id,
      reportId: this.report.id,
      type: parts.type ?? "attack",
      ...(parts.subtype !== undefined && { subtype: parts.subtype }),
      status: parts.status ?? "occurred",
      background: parts.background ?? false,
      trigger,
      description: trigger,
      sentence:
        this.#sentences.find(span => span.start <= trigger.span.start && trigger.span.end <= span.end) ?? trigger.span,
      fills,
      attribution: parts.by ?? [],
      ...(parts.sameAs !== undefined && { sameAs: parts.sameAs }),
      plural: parts.plural ?? false,
      rule: "test",
    })
    return id
  }

  /** Adds a statement and gives its id. */
  statement(speaker: string, text: string, kind: Statement["kind"] = "direct", entity?: { entityId: string }): string {
    const evidence = this.at(text)
    const id = idOf(this.report.id, "statement", evidence.span.start)
    this.#statements.push({
      id,
      reportId: this.report.id,
      kind,
      mode: "speech",
      strength: "neutral",
      speaker: { name: speaker, anonymous: !/\p{Lu}/u.test(speaker), ...(entity && { entityId: entity.entityId }) },
      text,
      evidence: [evidence],
      via: [],
      rule: "test",
    })
    return id
  }

  /** Adds a citation. `scope` are the words it covers. */
  cite(
    source: string,
    evidence: string,
    more: { kind?: Citation["kind"]; form?: Citation["form"]; scope?: string } = {},
  ): void {
    const found = this.at(evidence)
    this.#citations.push({
      id: idOf(this.report.id, "citation", found.span.start, source),
      reportId: this.report.id,
      source,
      kind: more.kind ?? "outlet",
      form: more.form ?? "sentence",
      ...(more.scope !== undefined && { scope: this.at(more.scope).span }),
      evidence: found,
      rule: "test",
    })
  }

  /** Adds a warning and gives its id. */
  warning(
    evidence: string,
    parts: Partial<
      Pick<WarningMention, "kind" | "channel" | "horizon" | "likelihood" | "before" | "subject" | "statementId">
    > & {
      issuer: string
      audience?: string[]
      issued?: Time
    },
  ): string {
    const found = this.at(evidence)
    const id = idOf(this.report.id, "warning", found.span.start)
    this.#warnings.push({
      id,
      reportId: this.report.id,
      kind: parts.kind ?? "notice",
      issuer: { name: parts.issuer },
      audience: (parts.audience ?? []).map(name => ({ name })),
      channel: parts.channel ?? "unknown",
      issued: parts.issued ?? time(""),
      subject: parts.subject ?? {},
      ...(parts.horizon && { horizon: parts.horizon }),
      ...(parts.likelihood && { likelihood: parts.likelihood }),
      before: parts.before ?? [],
      ...(parts.statementId !== undefined && { statementId: parts.statementId }),
      evidence: [found],
      rule: "test",
    })
    return id
  }

  /** Adds what a scorer takes for the day ("when") or town ("where") of the report's event. */
  setting(slot: string, value: Value, score: number): void {
    const evidence = this.at(value.text)
    this.#setting.push({ slot, value, evidence, attribution: [], score, rule: "setting-of-report" })
  }

  /** Adds a property of an entity. */
  profile(entity: { entityId: string }, slot: string, value: Value, by: readonly Attribution[] = []): void {
    this.#profiles.push({
      entityId: entity.entityId,
      slot,
      value,
      evidence: this.at(value.text),
      attribution: by,
      rule: "test",
    })
  }

  build(): Reading {
    return {
      engine: "test",
      report: this.report,
      sentences: this.#sentences,
      entities: [...this.#entities.values()],
      events: this.#events,
      setting: this.#setting,
      statements: this.#statements,
      warnings: this.#warnings,
      profiles: this.#profiles,
      citations: this.#citations,
      times: [],
      counts: [],
      problems: [],
    }
  }
}
