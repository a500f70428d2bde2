import type { EventMention } from "../../core/reading.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf, tokensIn } from "../../english/tree.ts"
import { type Context, wordsOf } from "../events/context.ts"
import { isPassive, isVerb, prepositionOf } from "../events/grammar.ts"
import type { Occurrence } from "./candidate.ts"

/** A fill of the rules, as a feature. */
interface RuleFill {
  readonly slot: string
  readonly type: string
  readonly status: string
}

/** What fills an event, and where. */
interface Other {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What the features of a report need, looked up once. Nothing in it changes but what it remembers of its own answers. */
export interface Scene {
  readonly context: Context
  readonly events: readonly EventMention[]
  /** Events by index of the tokens that tell them. */
  readonly told: ReadonlyMap<number, readonly EventMention[]>
  /** By sentence: its events, the tokens that tell them, the precisions of its times. */
  readonly eventsIn: readonly (readonly EventMention[])[]
  readonly triggersIn: readonly (readonly number[])[]
  readonly timesIn: readonly (readonly string[])[]
  readonly quoted: ReadonlySet<number>
  readonly ruleFills: ReadonlyMap<number, readonly RuleFill[]>
  readonly others: Map<EventMention, readonly Other[]>
  readonly lists: (ReadonlySet<string> | undefined)[]
  readonly classes: (readonly string[] | undefined)[]
}

/** Looks up what the features ask for again and again. */
export function openScene(context: Context, events: readonly EventMention[]): Scene {
  const { analysis } = context
  const told = new Map<number, EventMention[]>()
  const eventsIn: EventMention[][] = analysis.sentences.map(() => [])
  const triggersIn: number[][] = analysis.sentences.map(() => [])
  const ruleFills = new Map<number, RuleFill[]>()
  for (const event of events) {
    for (const [place, { index, sentence }] of tokensIn(analysis, event.trigger.span).entries()) {
      push(told, index, event)
      if (place !== 0) continue
      eventsIn[sentence]!.push(event)
      triggersIn[sentence]!.push(index)
    }
    for (const { slot, status = event.status, evidence } of event.fills)
      if (slot !== "when")
        for (const { index } of tokensIn(analysis, evidence.span))
          push(ruleFills, index, { slot, type: event.type, status })
  }
  const timesIn = analysis.sentences.map((): string[] => [])
  for (const mention of analysis.times) {
    const token = tokensIn(analysis, mention)[0]
    if (token) timesIn[token.sentence]!.push(mention.duration === undefined ? mention.time.precision : "span")
  }
  return {
    context,
    events,
    told,
    eventsIn,
    triggersIn,
    timesIn,
    quoted: new Set(analysis.quotations.flatMap(quotation => tokensIn(analysis, quotation).map(({ index }) => index))),
    ruleFills,
    others: new Map(),
    lists: [],
    classes: [],
  }
}

function push<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Key of the kind of an event: its subtype, else its type. */
export function kindOf(event: EventMention): string {
  return event.subtype ?? event.type
}

/** A word without what names somebody or something: names give way to what they name, so that nothing is learned of a name. */
export function wordOf({ context }: Scene, token: Token | undefined): string {
  if (!token) return "<none>"
  if (token.upos === "NUM") return "<num>"
  const mention = context.mentions.get(token.index)
  if (mention?.form === "name") return `<${mention.type}>`
  if (token.upos === "PROPN") return "<name>"
  if (token.upos === "ADJ" && /^[A-Z]/.test(token.text)) return "<Adj>"
  return token.lemma.toLowerCase()
}

/** The pack's word lists that a word is in, and what weapon it is. */
export function listsOf(scene: Scene, token: Token): ReadonlySet<string> {
  const { context, lists } = scene
  const known = lists[token.index]
  if (known) return known
  const found = new Set<string>()
  for (const word of wordsOf(context, token)) {
    for (const list of context.lexiconsOf.get(word) ?? []) found.add(list)
    if (context.weapons.has(word)) found.add(`weapon:${context.weapons.get(word) ?? ""}`)
  }
  lists[token.index] = found
  return found
}

/** Word lists that tell what kind of thing a noun names. */
const CLASSES: ReadonlySet<string> = new Set([
  "armed-agents",
  "soft-agents",
  "security-forces",
  "people",
  "physical-targets",
  "group-nouns",
  "leader-nouns",
  "government-nouns",
  "troop-nouns",
  "vehicle-nouns",
  "bomb-nouns",
  "gun-nouns",
  "aircraft-nouns",
  "territory-nouns",
  "attack-words",
  "abstract-things",
  "politics",
  "road-nouns",
  "document-nouns",
  "outlet-nouns",
  "speaker-nouns",
  "militant-group-nouns",
  "protest-agents",
  "refugee-nouns",
  "never-targets",
])

/** What kind of thing it is, roughly: the type of a name, the word lists of a noun; "other" when nothing is known. */
export function classesOf(scene: Scene, { head, mention }: Occurrence): readonly string[] {
  const known = scene.classes[head.index]
  if (known) return known
  let found: string[]
  if (mention?.form === "name") {
    const entity = scene.context.analysis.entities[mention.entity]
    found = [`${mention.type}${entity?.known === undefined ? "" : "+known"}`]
  } else {
    found = [...listsOf(scene, head)].filter(list => CLASSES.has(list) || list.startsWith("weapon"))
    if (mention) found.unshift(`nom-${mention.type}`)
    if (found.length === 0) found.push("other")
  }
  scene.classes[head.index] = found
  return found
}

// "Ana Diaz and Juan Soto", "the leader, Ana Diaz": these hang where the first of them hangs.
const SIDE_BY_SIDE = ["conj", "flat", "appos", "list", "nmod:desc"]

/** What a word hangs on and how, a passive turned round ("killed by them" is "nsubj") and rows followed to their first. */
export function governorOf(
  scene: Scene,
  token: Token,
): { readonly relation: string; readonly head: Token | undefined } {
  const { context } = scene
  let first = token
  for (let steps = 0; steps < 8; steps++) {
    const up = headOf(context.analysis, first)
    if (!up || isVerb(up) || !SIDE_BY_SIDE.some(relation => hasRelation(first, relation))) break
    first = up
  }
  const head = headOf(context.analysis, first)
  if (!head) return { relation: "root", head: undefined }
  if (first.deprel === "nmod:poss") return { relation: "poss", head }
  const relation = first.deprel.split(":")[0]!
  if (relation === "obl" || relation === "nmod") {
    const preposition = prepositionOf(context, first)
    return preposition === "by" && isVerb(head) && isPassive(context, head)
      ? { relation: "nsubj", head }
      : { relation: `${relation}:${preposition}`, head }
  }
  if (relation !== "nsubj") return { relation, head }
  if (!isVerb(head)) return { relation: "nsubj-cop", head }
  return { relation: isPassive(context, head) ? "obj" : relation, head }
}

/** What else fills an event than the word itself, by slot and kind of thing. */
export function othersOf(scene: Scene, event: EventMention, word: Token): string[] {
  const found = scene.others.get(event) ?? allOf(scene, event)
  scene.others.set(event, found)
  return found.flatMap(({ text, start, end }) => (start <= word.start && word.end <= end ? [] : [text]))
}

function allOf(scene: Scene, event: EventMention): Other[] {
  return event.fills.flatMap(({ slot, value, evidence }): Other[] => {
    const { start, end } = evidence.span
    if (value.kind === "time") return [{ text: `when:${value.precision}`, start: -1, end: -1 }]
    if (value.kind === "count") return [{ text: slot, start, end }]
    if (value.kind === "entity") return [{ text: `${slot}:${value.type}`, start, end }]
    const noun = tokensIn(scene.context.analysis, evidence.span).findLast(({ upos }) => upos === "NOUN")
    const lists = noun && value.kind === "text" ? [...listsOf(scene, noun)].filter(list => CLASSES.has(list)) : []
    return lists.map(list => ({ text: `${slot}:${list}`, start, end }))
  })
}

/** A number of things in five steps. */
export function stepOf(count: number): string {
  return count < 4 ? String(count) : count < 7 ? "4+" : count < 12 ? "7+" : "12+"
}
