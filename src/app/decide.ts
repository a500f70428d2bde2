import type { CaseFile, FlatEvidence } from "../core/casefile.ts"
import { HeedError } from "../core/error.ts"
import { idOf } from "../core/id.ts"
import { statusSchema } from "../core/status.ts"
import type { Decision, Store } from "../core/store.ts"
import { additionOf } from "./add-words.ts"
import { evidenceOf } from "./explain/item-evidence.ts"
import { itemTitle } from "./explain/item-title.ts"
import { type Item, requireItem } from "./find-item.ts"
import { toGradeCode } from "./grades.ts"
import { valueLike } from "./typed-value.ts"

/** What each action can be about. Anything can be accepted; what is withdrawn is a decision. */
const possible: Record<Exclude<Decision["action"], "withdraw" | "accept">, readonly Item["kind"][]> = {
  reject: ["incident", "mention", "fact", "assertion", "statement", "utterance", "warning", "lineage", "entity"],
  correct: ["incident", "fact", "assertion", "entity"],
  merge: ["incident", "entity"],
  split: ["incident", "entity"],
  "keep-apart": ["entity"],
  add: ["mention"],
  hide: ["incident", "fact", "statement", "utterance", "warning", "lineage", "entity"],
  grade: ["report", "assertion", "statement", "warning"],
}
const actions: readonly Decision["action"][] = [
  "accept",
  "reject",
  "correct",
  "merge",
  "split",
  "keep-apart",
  "add",
  "hide",
  "grade",
  "withdraw",
]

/** What can be decided about an item of that kind, in the order in which it is offered. What is added needs words of its own, which are selected in the report. */
export function actionsFor(kind: Item["kind"]): readonly Decision["action"][] {
  return actions.filter(
    action => action === "accept" || (action !== "withdraw" && action !== "add" && possible[action].includes(kind)),
  )
}

/** Words kept with a decision, at most: enough to find its subject again after a new reading. */
const KEPT_WORDS = 40

/** What a person asks to be written down. Items are named by id, beginning of an id, or code. */
export interface Asked {
  readonly action: string
  readonly item: string
  readonly by: string
  /** UTC, ISO 8601 with Z. */
  readonly decidedAt: string
  /** The other item of a merge, or the one to keep it apart from. */
  readonly with?: string
  /** What to correct it to: a title or a status of an incident, a name, a number, a date, words; or the grade. */
  readonly to?: string
  /** Tellings that a split takes out. */
  readonly mentions?: readonly string[]
  /** What is added to a telling: the slot, and the place of the words in its report, "120-140". */
  readonly slot?: string
  readonly at?: string
  readonly note?: string
}

/**
 * Writes down what a person decided about an item, with the words it rests on, so that it survives a new reading.
 * The log only grows; every build of the case applies it. Throws HeedError "not-found", "bad-request".
 */
export async function decide(store: Store, caseFile: CaseFile, asked: Asked): Promise<Decision> {
  const decision = decisionOf(caseFile, asked)
  await store.addDecision(decision)
  return decision
}

/** The same for several, all of them about the case as it is. Writes none down when one of them cannot be. */
export async function decideTogether(
  store: Store,
  caseFile: CaseFile,
  asked: readonly Asked[],
): Promise<readonly Decision[]> {
  const decisions = asked.map(one => decisionOf(caseFile, one))
  for (const decision of decisions) await store.addDecision(decision)
  return decisions
}

function decisionOf(caseFile: CaseFile, asked: Asked): Decision {
  const action = actions.find(one => one === asked.action)
  if (!action) throw new HeedError("bad-request", `no action "${asked.action}"; expected one of ${actions.join(", ")}`)
  const { subject, value } =
    action === "withdraw" ? withdrawal(caseFile, asked) : decisionAbout(action, caseFile, asked)
  const { by, decidedAt, note } = asked
  const whole = { ...value, ...(note !== undefined && { note }) }
  const id = idOf("decision", decidedAt, by, action, subject, JSON.stringify(whole))
  return { id, decidedAt, by, action, subject, value: whole }
}

/** The decision with that id or the only one that begins so. */
function withdrawal({ decisions = [] }: CaseFile, { item }: Asked): { subject: string; value: object } {
  const found = decisions.filter(({ id }) => id.startsWith(item.trim().toLowerCase()))
  const [decision] = found
  if (decision === undefined || 1 < found.length)
    throw new HeedError(
      decision === undefined ? "not-found" : "bad-request",
      decision === undefined
        ? `no decision has the id ${item}; expected one that "heed brief --ids" shows under DECIDED BY PEOPLE`
        : `${item} begins the ids of ${found.length} decisions; write more of it`,
    )
  if (decision.withdrawn) throw new HeedError("bad-request", `decision ${decision.id} is withdrawn already`)
  return {
    subject: decision.id,
    value: { kind: "decision", called: `${decision.action} ${decision.name ?? decision.subject}` },
  }
}

function decisionAbout(
  action: Exclude<Decision["action"], "withdraw">,
  caseFile: CaseFile,
  asked: Asked,
): { subject: string; value: object } {
  const item = requireItem(caseFile, asked.item)
  if (action !== "accept" && !possible[action].includes(item.kind)) {
    const instead = actionsFor(item.kind)
    throw new HeedError(
      "bad-request",
      `${action} is not for ${article(item.kind)}; expected ${possible[action].join(", ")}; for ${article(item.kind)} there is ${instead.join(", ")}`,
    )
  }
  return {
    subject: item.id,
    value: {
      kind: item.kind,
      called: itemTitle(item, caseFile),
      words: wordsOf(item, caseFile),
      ...((item.kind === "assertion" || item.kind === "fact") && { slot: item.item.slot }),
      ...detailsOf(action, item, caseFile, asked),
    },
  }
}

const article = (kind: Item["kind"]) => `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`

function wordsOf(item: Item, caseFile: CaseFile): FlatEvidence[] {
  return allWordsOf(item, caseFile).slice(0, KEPT_WORDS)
}

function allWordsOf(item: Item, { statements }: CaseFile): FlatEvidence[] {
  if (item.kind === "incident") return item.item.mentions.map(mention => mention.evidence)
  if (item.kind === "mention") return [item.item.evidence]
  if (item.kind === "utterance")
    return statements.filter(({ utteranceId }) => utteranceId === item.id).flatMap(statement => statement.evidence)
  return evidenceOf(item)
}

function detailsOf(action: Decision["action"], item: Item, caseFile: CaseFile, asked: Asked): object {
  switch (action) {
    case "merge":
    case "keep-apart": {
      if (asked.with === undefined)
        throw new HeedError(
          "bad-request",
          `${action === "merge" ? "merge with" : "keep apart from"} what? expected --with and an id or code`,
        )
      const other = requireItem(caseFile, asked.with)
      if (other.kind !== item.kind || other.id === item.id)
        throw new HeedError(
          "bad-request",
          `a ${item.kind} can be ${action === "merge" ? "merged only with" : "kept apart only from"} another ${item.kind}`,
        )
      return { with: other.id, withWords: wordsOf(other, caseFile) }
    }
    case "split":
      return splitOff(item, asked.mentions ?? [])
    case "correct":
      if (asked.to === undefined) throw new HeedError("bad-request", "correct it to what? expected --to")
      return correction(item, asked.to)
    case "add":
      return item.kind === "mention" ? additionOf(item, caseFile, asked) : {}
    case "grade": {
      const grade = toGradeCode(asked.to ?? "")
      if (grade === undefined)
        throw new HeedError(
          "bad-request",
          `which grade? expected --to and A-F for the source, 1-6 for what it says, or both such as B2, not "${asked.to ?? ""}"`,
        )
      return { grade }
    }
    default:
      return {}
  }
}

/** What a split takes out, by id and by words. Something must leave and something must stay. */
function splitOff(item: Item, wanted: readonly string[]): object {
  if (wanted.length === 0)
    throw new HeedError("bad-request", "split off what? expected --mentions and ids of tellings, which explain shows")
  // An entity's tellings are entities of single reports, which have no place of their own in a case.
  const tellings =
    item.kind === "incident"
      ? item.item.mentions.map(({ id, evidence }) => ({ id, words: [evidence] }))
      : item.kind === "entity"
        ? [...Map.groupBy(item.item.mentions, mention => mention.localEntityId)].map(([id, mentions]) => ({
            id,
            words: mentions.map(({ reportId, start, end, text }) => ({ reportId, start, end, text })),
          }))
        : []
  const leaving = wanted.map(id => {
    const found = tellings.filter(telling => telling.id.startsWith(id))
    if (found.length === 0) throw new HeedError("not-found", `no telling ${id} of ${item.id}; explain shows their ids`)
    if (1 < found.length) throw new HeedError("bad-request", `${id} begins the ids of ${found.length} tellings`)
    return found[0]!
  })
  if (new Set(leaving).size === tellings.length)
    throw new HeedError("bad-request", "a split must leave something behind; reject takes the whole item out")
  return {
    mentions: leaving.map(telling => telling.id),
    mentionWords: leaving.flatMap(telling => telling.words).slice(0, KEPT_WORDS),
  }
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
      return {}
  }
}
