import type { LocalEntity } from "../../core/reading.ts"
import type { EntityMention } from "../../english/analysis.ts"
import { entityOf, type Found, found, isBody, type Place, refTo, timeBehind } from "./context.ts"

const TITLE = "(?:supreme |top |overall |current |new |regional |deputy |political |military |founding |long-?time )*"
/** Spokesmen speak for a body, they do not lead it. */
const LEADER =
  "(?:leader|chief|head|commander|emir|amir|chairman|chairwoman|chairperson|president|boss|caliph|director|commander-in-chief|secretary-general)"
const NOT_NOW = /\b(?:former|vice|late|ex-|then|slain|deputy|ousted|acting|regional|local|previous|past|one-time)\b/i

const RANK_AT_END =
  /(?:^|\s+)(?:(?:Brig|Maj|Lt|Gen|Col|Capt|Cmdr|Adm|Sgt|Cpl|Pvt)\.?|Brigadier|Major|Lieutenant|General|Colonel|Captain|Admiral|Sergeant|Corporal|Private|Marshal|Sheikh|Sheik|Shaykh|Mullah|Mawlawi|Maulana|Haji|Hajji|Sayyid|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Commander)(?:[\s-]+(?:Gen|Col|Adm|Maj|Cmdr)\.?|[\s-]+(?:General|Colonel|Admiral|Major|Commander))*\.?$/u

/** Who leads a body, and since when: from the words between the two names. */
export function leadership(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const inside = place.mentions
  const results: Found[] = []
  const add = (body: LocalEntity, person: LocalEntity, mention: EntityMention, rule: string) => {
    if (!results.some(one => one.entityId === body.id && one.slot === "leader"))
      results.push(found(place, body, "leader", refTo(analysis, person, mention), rule))
  }
  for (const one of inside) {
    const person = entityOf(analysis, one)
    if (person?.type !== "person") continue
    for (const other of inside) {
      const body = entityOf(analysis, other)
      if (!isBody(body)) continue
      const between =
        one.end <= other.start
          ? text.slice(one.end, other.start)
          : other.end <= one.start
            ? text.slice(other.end, one.start)
            : ""
      if (between === "" || 60 < between.length || NOT_NOW.test(between)) continue
      // "director of the VOA Eurasian division": of a part of it.
      if (
        /^\s+(?:\p{Lu}[\p{L}-]+\s+){0,2}(?:division|branch|unit|office|bureau|department|desk|programme|program|section|chapter)\b/u.test(
          text.slice(other.end, other.end + 50),
        )
      )
        continue
      const rule = one.end <= other.start ? personFirst(between) : bodyFirst(between, text.slice(one.end, one.end + 40))
      if (!rule) continue
      if (
        rule === "leaderOf" &&
        /\b(?:former|late|ex-|deputy)\s+$/i.test(text.slice(Math.max(sentence.start, one.start - 12), one.start))
      )
        continue
      add(body, person, one, rule)
      const since = /^\s*since\b/i.test(text.slice(other.end))
        ? timeBehind(place, tokenBehind(place, other.end), 4)
        : undefined
      if (since) results.push(found(place, body, "leader-since", since.time, "leaderSince"))
    }
  }
  results.push(...appointed(place, inside))
  return results
}

const LEADER_OF = new RegExp(`^,\\s+(?:who is\\s+)?(?:the\\s+|its\\s+)?${TITLE}${LEADER}\\s+of\\s+(?:the\\s+)?$`, "i")
const IS_LEADER_OF = new RegExp(
  `^\\s+(?:is|became|was named|was appointed)\\s+(?:the\\s+)?${TITLE}${LEADER}\\s+of\\s+(?:the\\s+)?$`,
  "i",
)
const BODY_LEADER = new RegExp(`^(?:['’]s)?\\s+${TITLE}${LEADER},?\\s+(?:[A-Z][a-z]+\\.?\\s+)?$`, "i")
const APPOINTED = new RegExp(
  `\\b(?:appointed|named|elected|chosen|installed|declared|became|becoming|took over|taking over)\\s+(?:as\\s+)?(?:the\\s+|its\\s+)?${TITLE}${LEADER}\\s+of\\s+(?:the\\s+)?`,
  "gi",
)

/** "Ana Diaz, the leader of the Front", "Diaz, who leads the Front", "Diaz has led the Front" */
function personFirst(between: string): string | undefined {
  if (LEADER_OF.test(between)) return "leaderOf"
  if (
    /^,?\s+(?:who\s+)?(?:has\s+|have\s+)?(?:leads|led|heads|headed|commands|commanded|runs)\s+(?:the\s+)?$/i.test(
      between,
    )
  )
    return "leads"
  return IS_LEADER_OF.test(between) ? "isLeaderOf" : undefined
}

/** "Front leader Ana Diaz", "the Front's leader, Ana Diaz", "the Front, led by Ana Diaz" */
function bodyFirst(between: string, after: string): string | undefined {
  // A title may stand before the name: "Front leader General | Ana Diaz". No verb does.
  if (
    BODY_LEADER.test(between) &&
    !/\s\p{Ll}+(?:ed|s)\s+$/u.test(between) &&
    !/^\s*,?\s*(?:who|which)\s+died/i.test(after)
  )
    return "bodyLeader"
  return /^,?\s*(?:which\s+is\s+|is\s+|was\s+|currently\s+)*(?:led|headed|commanded|run)\s+by\s+(?:the\s+)?$/i.test(
    between,
  )
    ? "ledBy"
    : undefined
}

/** "Appointed as the leader of the Front in 2020, Diaz" */
function appointed(place: Place, inside: readonly EntityMention[]): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const results: Found[] = []
  for (const match of text.slice(sentence.start, sentence.end).matchAll(APPOINTED)) {
    const start = sentence.start + match.index
    const end = start + match[0].length
    const other = inside.find(
      mention => end <= mention.start + 1 && mention.start <= end + 1 && isBody(entityOf(analysis, mention)),
    )
    const body = entityOf(analysis, other)
    if (!other || !isBody(body)) continue
    const isOpening = start <= sentence.start + 2
    const person = isOpening
      ? inside.find(mention => other.end < mention.start && entityOf(analysis, mention)?.type === "person")
      : inside.findLast(mention => mention.end <= start && entityOf(analysis, mention)?.type === "person")
    const leader = entityOf(analysis, person)
    if (!person || !leader) continue
    results.push(found(place, body, "leader", refTo(analysis, leader, person), "appointed"))
    const time = timeBehind(place, tokenBehind(place, other.end), 4)
    if (time) results.push(found(place, body, "leader-since", time.time, "appointed"))
  }
  return results
}

function tokenBehind(place: Place, offset: number): number {
  const token = place.tokens.find(one => offset <= one.start)
  return token ? token.index : place.sentence.lastToken
}

/** What a person is, as this report says: each role once. */
export function roles(place: Place): Found[] {
  const { analysis, sentence } = place
  const results: Found[] = []
  for (const entity of analysis.entities) {
    if (entity.type !== "person") continue
    for (const { role, evidence } of entity.roles) {
      if (evidence.span.start < sentence.start || sentence.end < evidence.span.end) continue
      // A rank says what somebody may wear; "of the institute" is no role.
      const words = role.replace(RANK_AT_END, "").trim()
      if (words === "" || /^of\b/i.test(words)) continue
      results.push({
        entityId: entity.id,
        slot: "role",
        value: { kind: "text", text: words, norm: words.toLowerCase() },
        evidence,
        rule: "role",
      })
    }
  }
  return results
}
