import { daysOf } from "../../core/edtf.ts"
import type { EventMention } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import type { Analysis, Sentence, Token } from "../../english/analysis.ts"
import { sentenceAt, tokensTouching } from "../../english/tree.ts"

/** What the features of days and towns look up in a report, laid out once. */
export interface Scene {
  readonly analysis: Analysis
  /** Event mentions by the sentence of their trigger, with the trigger's token. */
  readonly tellings: ReadonlyMap<number, readonly Telling[]>
  /** Slots that rules filled, with the event they are of. */
  readonly fills: readonly {
    readonly slot: string
    readonly rule: string
    readonly span: Span
    readonly role: string
  }[]
  /** Whether rules gave the main event a time that no day is known of, such as "Friday" in a report without a date. */
  readonly isUndated: boolean
  /** First sentence that is no title. */
  readonly opening: number
}

export interface Telling {
  readonly event: EventMention
  readonly token: Token
  readonly role: string
}

/** Whether a mention may tell the event that the report is about: violence that took place, told as news. */
export function isMain({ type, status, background, plural }: EventMention): boolean {
  return VIOLENT.has(type) && status === "occurred" && !background && !plural
}

const VIOLENT: ReadonlySet<string> = new Set(["attack", "clash", "military-operation"])

export function sceneOf(analysis: Analysis, events: readonly EventMention[]): Scene {
  const tellings = events.flatMap(event => {
    const token = tokensTouching(analysis, event.trigger.span)[0]
    return token ? [{ event, token, role: roleOf(event) }] : []
  })
  return {
    analysis,
    tellings: Map.groupBy(tellings, ({ token }) => token.sentence),
    fills: events.flatMap(event =>
      event.fills
        .filter(({ slot }) => /^(?:when|where|planned-for)$/.test(slot))
        .map(({ slot, rule, evidence }) => ({ slot, rule, span: evidence.span, role: roleOf(event) })),
    ),
    isUndated: events.some(
      event =>
        isMain(event) && event.fills.some(({ value }) => value.kind === "time" && daysOf(value.edtf) === undefined),
    ),
    opening: Math.max(
      0,
      analysis.sentences.findIndex(({ block }) => block.label !== "title"),
    ),
  }
}

/** "main", or the family of the event and how it is told. */
function roleOf(event: EventMention): string {
  if (isMain(event)) return event.sameAs ? "main-again" : "main"
  const told = event.background ? "past" : event.plural ? "several" : event.status === "occurred" ? "" : "unreal"
  return `${event.type}${told && `-${told}`}`
}

/** The sentence that holds the first character of the span. */
export function sentenceOf({ analysis }: Scene, span: Span): Sentence | undefined {
  return sentenceAt(analysis, span.start)
}

/** The token of a span that its other tokens hang on. */
export function headOfSpan({ analysis }: Scene, span: Span): Token | undefined {
  const inside = tokensTouching(analysis, span)
  return inside.find(token => !inside.some(other => other.index === token.head)) ?? inside[0]
}
