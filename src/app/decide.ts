import type { CaseFile, FlatEvidence } from "../core/casefile.ts"
import { daysOf } from "../core/edtf.ts"
import { HeedError } from "../core/error.ts"
import { idOf } from "../core/id.ts"
import { statusSchema } from "../core/status.ts"
import type { Decision, Store } from "../core/store.ts"
import type { Value } from "../core/value.ts"
import { evidenceOf } from "./explain/item-evidence.ts"
import { type Item, requireItem } from "./find-item.ts"

const actions: readonly Decision["action"][] = ["accept", "reject", "correct", "merge", "split", "hide", "grade"]

/** Words kept with a decision, at most: enough to find its subject again after a new reading. */
const KEPT_WORDS = 40

/** What a person asks to be written down. Items are named by id, beginning of an id, or code. */
export interface Asked {
  readonly action: string
  readonly item: string
  readonly by: string
  /** UTC, ISO 8601 with Z. */
  readonly decidedAt: string
  /** The other item of a merge. */
  readonly with?: string
  /** What to correct it to: a title or a status of an incident, a name, a number, a date, words; or the grade. */
  readonly to?: string
  /** Tellings that a split takes out. */
  readonly mentions?: readonly string[]
  readonly note?: string
}

/**
 * Writes down what a person decided about an item, with the words it rests on, so that it survives a new reading.
 * The log only grows; every build of the case applies it. Throws HeedError "not-found", "bad-request".
 */
export async function decide(store: Store, caseFile: CaseFile, asked: Asked): Promise<Decision> {
  const action = actions.find(one => one === asked.action)
  if (!action) throw new HeedError("bad-request", `no action "${asked.action}"; expected one of ${actions.join(", ")}`)
  const item = requireItem(caseFile, asked.item)
  const value = {
    words: wordsOf(item),
    ...((item.kind === "assertion" || item.kind === "fact") && { slot: item.item.slot }),
    ...detailsOf(action, item, caseFile, asked),
    ...(asked.note !== undefined && { note: asked.note }),
  }
  const { by, decidedAt } = asked
  const id = idOf("decision", decidedAt, by, action, item.id, JSON.stringify(value))
  const decision: Decision = { id, decidedAt, by, action, subject: item.id, value }
  await store.addDecision(decision)
  return decision
}

function wordsOf(item: Item): FlatEvidence[] {
  const words = item.kind === "incident" ? item.item.mentions.map(mention => mention.evidence) : evidenceOf(item)
  return words.slice(0, KEPT_WORDS)
}

function detailsOf(action: Decision["action"], item: Item, caseFile: CaseFile, asked: Asked): object {
  switch (action) {
    case "merge": {
      if (asked.with === undefined)
        throw new HeedError("bad-request", "merge with what? expected --with and an id or code")
      const other = requireItem(caseFile, asked.with)
      if (other.kind !== item.kind || other.id === item.id)
        throw new HeedError("bad-request", `a ${item.kind} can be merged only with another ${item.kind}`)
      return { with: other.id, withWords: wordsOf(other) }
    }
    case "split": {
      if (!asked.mentions || asked.mentions.length === 0)
        throw new HeedError(
          "bad-request",
          "split off what? expected --mentions and ids of tellings, which explain shows",
        )
      return { mentions: asked.mentions.map(id => mentionId(item, caseFile, id)) }
    }
    case "correct":
      if (asked.to === undefined) throw new HeedError("bad-request", "correct it to what? expected --to")
      return correction(item, asked.to)
    case "grade":
      if (asked.to === undefined) throw new HeedError("bad-request", "which grade? expected --to")
      return { grade: asked.to }
    default:
      return {}
  }
}

function mentionId(item: Item, caseFile: CaseFile, id: string): string {
  // An entity's tellings are entities of single reports, which have no place of their own in a case.
  if (item.kind === "entity") {
    const found = item.item.mentions.find(mention => mention.localEntityId.startsWith(id))
    if (!found) throw new HeedError("not-found", `no mention ${id} of ${item.item.name}`)
    return found.localEntityId
  }
  return requireItem(caseFile, id).id
}

function correction(item: Item, to: string): object {
  switch (item.kind) {
    case "incident": {
      const status = statusSchema.safeParse(to)
      return status.success ? { status: status.data } : { title: to }
    }
    case "entity":
      return { name: to }
    case "fact":
      return { value: valueLike(item.item.positions[0]!.value, to) }
    case "assertion":
      return { value: valueLike(item.item.value, to) }
    default:
      throw new HeedError("bad-request", `a ${item.kind} can be accepted, rejected or hidden, not corrected`)
  }
}

/** A value of the same kind, read from what a person typed. */
function valueLike(value: Value, to: string): Value {
  switch (value.kind) {
    case "count": {
      const match = /^(\d+)(?:\s*(?:-|to)\s*(\d+)|(\+))?$/.exec(to.trim())
      const low = Number(match?.[1])
      const high = match?.[3] ? null : Number(match?.[2] ?? match?.[1])
      if (!match || (high !== null && high < low))
        throw new HeedError("bad-request", `"${to}" is no number; expected one such as 17, 40-60 or 17+`)
      const qualifier = high === null ? "at-least" : low === high ? "exact" : "range"
      return { ...value, low, high, qualifier, text: to }
    }
    case "time":
      if (!daysOf(to))
        throw new HeedError("bad-request", `"${to}" is no date; expected one such as 2024-03-22 or 2024-03`)
      return { ...value, edtf: to, precision: precisionOf(to), method: "explicit", text: to }
    case "text":
      return { kind: "text", text: to, norm: to.toLowerCase() }
    default:
      throw new HeedError(
        "bad-request",
        `a ${value.kind} cannot be typed in; accept the assertion that has the right one`,
      )
  }
}

function precisionOf(edtf: string): "day" | "month" | "year" | "range" {
  if (edtf.includes("/")) return "range"
  const parts = edtf.replace(/^-/, "").split("-").length
  return parts === 1 ? "year" : parts === 2 ? "month" : "day"
}
