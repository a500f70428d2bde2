import { type Context, isIn } from "../context.ts"
import type { FateKind } from "./fate-signs.ts"
import type { Fate } from "./find-fates.ts"
import type { Victim } from "./list-victims.ts"

/** A number of dead or hurt with the words it rests on: one telling, or all parts of a sum. */
export interface Toll {
  readonly count: number
  readonly parts: readonly Fate[]
  readonly rule: "told" | "one-by-one" | "with-others" | "left-alive"
}

export interface Tolls {
  readonly killed: Toll | undefined
  readonly wounded: Toll | undefined
}

/**
 * The dead and the hurt out of numbers told and persons told one by one. A number told for all stands before a sum; "two others" come on
 * top of those told before; of those who were shot, who did not die is hurt. `withKiller`: who killed others and then himself is counted too.
 */
export function tollsOf(
  context: Context,
  numbers: readonly Fate[],
  victims: readonly Victim[],
  withKiller: boolean,
): Tolls {
  const exact = numbers.filter(one => !isSome(context, one) && one.found.value.qualifier !== "vague")
  const ofAll = (kind: FateKind) => mostTold(exact.filter(one => one.fate === kind && !isOthers(context, one)))
  const ofOthers = (kind: FateKind) => mostTold(exact.filter(one => one.fate === kind && isOthers(context, one)))
  const persons = (kind: FateKind) => victims.filter(victim => fateOf(victim) === kind)

  const dead = toll(ofAll("killed"), ofOthers("killed"), persons("killed"))
  const killed = withKiller ? withDoer(dead, persons("killed")) : dead
  // Who was shot may be dead where the report speaks of death and tells of none who died.
  const isOpen = killed === undefined && isDeathTold(context)
  const hit = isOpen ? [] : persons("hit")
  const hurt = persons("wounded")
  const allHit = isOpen ? undefined : ofAll("hit")
  const alive = allHit ? leftAlive(allHit, killed) : undefined
  const others = ofOthers("wounded") ?? ofOthers("hit")
  if (ofAll("wounded")) return { killed, wounded: larger(alive, toll(ofAll("wounded"), undefined, [])) }
  if (others) return { killed, wounded: larger(alive, toll(undefined, others, before(others, killed, hurt, hit))) }
  return { killed, wounded: alive ?? toll(undefined, undefined, killed ? hurt : [...hurt, ...hit]) }
}

/** The worst that is told of a person. */
function fateOf(victim: Victim): FateKind {
  return (
    (["killed", "wounded", "hit"] as const).find(kind => victim.tellings.some(told => told.fate === kind)) ?? "named"
  )
}

function toll(all: Fate | undefined, others: Fate | undefined, persons: readonly Victim[]): Toll | undefined {
  if (all) return { count: all.found.value.low, parts: [all], rule: "told" }
  const count = persons.length + (others?.found.value.low ?? 0)
  if (count === 0) return undefined
  const parts = [...persons.map(victim => victim.tellings[0]!), ...(others ? [others] : [])]
  return { count, parts, rule: others ? "with-others" : "one-by-one" }
}

/** "killed three people and then himself": four. Where the number was told in another sentence it may hold him already. */
function withDoer(killed: Toll | undefined, dead: readonly Victim[]): Toll | undefined {
  const [all] = killed?.rule === "told" ? killed.parts : []
  if (!killed || !all || !/-verb$|struck/.test(all.rule)) return killed
  const own = dead
    .flatMap(victim => victim.tellings)
    .find(told => told.rule === "own-life" && told.sentence === all.sentence)
  return own ? { count: killed.count + 1, parts: [all, own], rule: "with-others" } : killed
}

/** "four were shot, one of them fatally": three. */
function leftAlive(hit: Fate, killed: Toll | undefined): Toll | undefined {
  const count = hit.found.value.low - (killed?.count ?? 0)
  return 0 < count ? { count, parts: [hit, ...(killed?.parts ?? [])], rule: "left-alive" } : undefined
}

/** Whom "two others" come on top of: the hurt told before them, or those who were hit where nobody died. */
function before(others: Fate, killed: Toll | undefined, hurt: readonly Victim[], hit: readonly Victim[]): Victim[] {
  const told = [...hurt, ...hit].filter(victim => victim.tellings[0]!.found.span.start < others.found.span.start)
  return killed === undefined || told.some(victim => hurt.includes(victim)) ? told : []
}

function larger(one: Toll | undefined, other: Toll | undefined): Toll | undefined {
  return one && other ? (one.count <= other.count ? other : one) : (one ?? other)
}

/** Sentences from the first on whose numbers count twice: the lead tells of the event itself, what comes late may be of another. */
const LEAD = 6

/** The number told most often; of equals the larger one. A toll of another event, told once for comparison, does not stand against it. */
function mostTold(fates: readonly Fate[]): Fate | undefined {
  let best: { fate: Fate; told: number } | undefined
  for (const fate of fates) {
    const { low } = fate.found.value
    const sentences = new Set(fates.filter(other => other.found.value.low === low).map(other => other.sentence))
    const told = [...sentences].reduce((sum, sentence) => sum + (sentence < LEAD ? 2 : 1), 0)
    if (!best || best.told < told || (best.told === told && best.fate.found.value.low < low)) best = { fate, told }
  }
  return best?.fate
}

function isOthers(context: Context, { found }: Fate): boolean {
  return /\b(?:others?|more|additional|else)\b/i.test(
    context.analysis.report.text.slice(found.span.start, found.span.end),
  )
}

/** "two of the victims": some of those told before. */
function isSome(context: Context, { found }: Fate): boolean {
  const behind = context.analysis.report.text.slice(found.span.start, found.span.end + 8)
  return /\bof (?:the|them|those|these|his|her|its|whom)\b/i.test(behind)
}

const DEATH = ["kill-verbs", "die-verbs", "dead-adjectives", "death-nouns", "fatal-words"]

function isDeathTold(context: Context): boolean {
  return context.analysis.tokens.some(token => DEATH.some(list => isIn(context, token, list)))
}
