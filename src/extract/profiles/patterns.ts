import type { LocalEntity } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import type { EntityRef, Value } from "../../core/value.ts"
import type { EntityMention } from "../../english/analysis.ts"
import { entityOf, type Found, found, isBody, type Place, refTo } from "./context.ts"

/** What the words behind a pattern have to be. */
type Holds = "time" | "count" | "person" | "body" | "body or person" | "places"

/** Words right behind a body that tell of a property, up to its value. */
interface Pattern {
  readonly slot: string
  readonly holds: Holds
  readonly words: RegExp
  readonly rule: string
}

const APPOSITION = "(?:,\\s+(?:which|who|that|an?\\s+(?:[\\p{L}-]+\\s+){1,4}(?:that|which))\\s+|\\s+)"
const after = (words: string) => new RegExp(`^${APPOSITION}${words}\\s+$`, "iu")
const HAS = "(?:has|have|had|keeps?|maintains?|retains?|runs?)"

/** The whole of the words between the body and the value. */
const BEHIND_BODY: readonly Pattern[] = [
  {
    slot: "founded",
    holds: "time",
    words: after(
      "(?:first\\s+)?(?:emerged|appeared|arose|formed|surfaced|sprang up|was born|took shape|came into (?:being|existence)|dates back to|dates from|began(?: life)?)(?:\\s+(?:in|on|from|back in))?",
    ),
    rule: "cameIntoBeing",
  },
  {
    slot: "allegiance",
    holds: "body or person",
    words: after(
      "(?:has |have |had |is |was |are )?(?:sworn an oath to|swore an oath to|(?:is |are )?loyal to|answers to|declared loyalty to)(?:\\s+the)?",
    ),
    rule: "oathTo",
  },
  {
    slot: "parent",
    holds: "body",
    words:
      /^(?:,\s+|\s+(?:is|are|was|were|forms?)\s+)(?:an?\s+|the\s+)?(?:(?:elite|special|local|small|main|large)\s+)?(?:part|unit|member|component|brigade|battalion|division|subgroup|chapter)\s+of\s+(?:the\s+)?$/iu,
    rule: "partOf",
  },
  { slot: "parent", holds: "body", words: /^,?\s+belongs\s+to\s+(?:the\s+)?$/iu, rule: "partOf" },
  {
    slot: "area",
    holds: "places",
    words: after(
      `(?:${HAS} (?:its |their |a |some |several |many |large |small |strong )*(?:strongholds?|presence|cells?|bases?|camps?|members|fighters|followers|a foothold)(?: and (?:\\p{L}+ ){0,2}\\p{L}+)?|(?:still |now |largely |partly )*(?:controls?|holds?|dominates|rules|occupies|governs) (?:(?:large |big |vast |wide |small )?(?:parts|swathes|areas|stretches|much|most|some) of)?|${HAS.replace("has", "has|having")} spread to|(?:has |have )?(?:spread|expanded) (?:to|into)|is present|are present)(?: in| across| along| throughout)?(?: the)?(?: whole)?`,
    ),
    rule: "presentIn",
  },
  {
    slot: "area",
    holds: "places",
    words:
      /^['’]s?\s+(?:main\s+)?(?:areas?\s+of\s+operations?|stronghold|strongholds|territory|heartland|base)\s+(?:is|are|includes?|covers)\s+(?:the\s+|in\s+)*$/iu,
    rule: "areaIs",
  },
  {
    slot: "area",
    holds: "places",
    words:
      /^,\s+whose\s+(?:territory|area|stronghold|base|heartland)\s+(?:is|lies|stretches|extends|covers)\s+(?:in|from|over|across|the|\s)*$/iu,
    rule: "areaIs",
  },
  {
    slot: "area",
    holds: "places",
    words:
      /^,\s+from\s+(?:the\s+)?(?:(?:hills|highlands|mountains|deserts?|forests?|valleys?|north|south|east|west)\s+of\s+)?$/iu,
    rule: "from",
  },
  {
    slot: "leader",
    holds: "person",
    words: after(
      "(?:has |had )?(?:named|chosen|chose|elected|appointed|picked|installed)(?: an?| its)?(?: new| present| current)?(?: (?:leader|head|chief|commander|emir|president|chairman|caliph),)?",
    ),
    rule: "choseLeader",
  },
  {
    slot: "leader",
    holds: "person",
    words:
      /^,?\s+(?:which\s+(?:is|was)\s+|is\s+|was\s+|now\s+|currently\s+)*(?:led|headed|commanded|run|ruled)\s+by\s+(?:its\s+\p{L}+,?\s+)?$/iu,
    rule: "ledBy",
  },
  {
    slot: "leader",
    holds: "person",
    words:
      /^['’]s\s+(?:supreme |top |overall |current |new |present |political |military )*(?:leader|chief|head|commander|emir|president|chairman|chairwoman|chairperson|secretary-general|caliph)(?:\s+since\s+\S+)?,?\s+$/iu,
    rule: "bodyLeader",
  },
]
/** The same before the body: the words from the value to it. */
const BEFORE_BODY: readonly Pattern[] = [
  {
    slot: "leader",
    holds: "person",
    words: /^,?\s+(?:who\s+)?(?:now|currently|today)\s+(?:leads|heads|commands|runs|rules)\s+(?:the\s+)?$/iu,
    rule: "leadsNow",
  },
  {
    slot: "leader",
    holds: "person",
    words:
      /^,?\s+(?:who\s+)?(?:has\s+)?(?:took|taken|takes)\s+over\s+as\s+(?:the\s+|its\s+)?(?:new\s+)?(?:leader|head|chief|commander|emir|president|chairman)\s+of\s+(?:the\s+)?$/iu,
    rule: "tookOver",
  },
  {
    slot: "leader",
    holds: "person",
    words: /^,\s+(?:the\s+)?(?:cartel|group|militia|gang|movement|faction)\s+$/iu,
    rule: "underLeader",
  },
  { slot: "leader", holds: "person", words: /^,\s+(?:the\s+)?$/iu, rule: "commandedBy" },
  {
    slot: "founder",
    holds: "person",
    words: /^,?\s+(?:who\s+)?(?:was|is)\s+(?:one\s+of\s+the\s+|an?\s+|the\s+)?(?:co-)?founders?\s+of\s+(?:the\s+)?$/iu,
    rule: "founderOf",
  },
  {
    slot: "founder",
    holds: "person",
    words: /^,?\s+(?:who\s+)?(?:had\s+)?co-founded\s+(?:the\s+)?$/iu,
    rule: "founderOf",
  },
  { slot: "parent", holds: "body", words: /^,\s+the\s+$/iu, rule: "underCommand" },
  { slot: "parent", holds: "body", words: /^\s+(?:is|was)\s+(?:the\s+)?$/iu, rule: "branchIs" },
  {
    slot: "parent",
    holds: "body",
    words:
      /^['’]s?\s+(?:[\p{L}-]+\s+){0,2}(?:affiliate|branch|wing|arm|chapter|offshoot)(?:\s+in\s+(?:the\s+)?(?:[\p{L}-]+\s?){1,3})?,\s+(?:the\s+)?$/u,
    rule: "ownersBranch",
  },
  { slot: "split-from", holds: "body", words: /^,\s+(?:the\s+)?$/iu, rule: "breakawayOf" },
  {
    slot: "allegiance",
    holds: "body",
    words: /^-(?:linked|affiliated|aligned|allied|inspired)\s+(?:group\s+|militia\s+)?$/iu,
    rule: "linkedTo",
  },
]
/** What has to stand before the value of a pattern whose own words say too little. */
const OPENINGS: { readonly [rule: string]: RegExp } = {
  underLeader: /\b(?:under|with) its (?:leader|chief|head|boss|commander),?\s+$/iu,
  commandedBy: /^\W*(?:commanded|led|headed|run) by\s+(?:\p{Lu}\p{L}+\s+)?$/iu,
  underCommand: /\bunder the (?:command|control|umbrella) of (?:the\s+)?$/iu,
  branchIs: /\b(?:branch|affiliate|wing|arm|chapter) of (?:the\s+)?$/iu,
  breakawayOf: /\b(?:breakaway|splinter|dissident) (?:faction|group|wing|branch) of (?:the\s+)?$/iu,
}
/** Former leaders, plans and denials tell nothing. */
const NOT_SO =
  /\b(?:former|ex-|late|slain|deputy|vice|denied|denies|rejected|not|never|could|may|might|would|wants|plans|accused)\b/i

/** Properties told in set words between a body and what they hold: leaders, parents, areas, founders. */
export function setWords(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const results: Found[] = []
  const bodies = place.mentions.filter(mention => isBody(entityOf(analysis, mention)))
  for (const mention of bodies) {
    const body = entityOf(analysis, mention)!
    for (const pattern of BEHIND_BODY)
      for (const value of valuesOf(place, pattern.holds)) {
        if (value.start < mention.end || mention.end + 110 < value.start) continue
        const between = text.slice(mention.end, value.start)
        if (!pattern.words.test(titleless(between, pattern.holds)) || NOT_SO.test(between)) continue
        for (const one of pattern.holds === "places" ? listFrom(place, value) : [value])
          if (one.entity !== body.id) results.push(found(place, body, pattern.slot, one.value, pattern.rule))
        break
      }
    for (const pattern of BEFORE_BODY)
      for (const value of valuesOf(place, pattern.holds)) {
        if (mention.start < value.end || value.end + 90 < mention.start || value.entity === body.id) continue
        const between = text.slice(value.end, mention.start)
        const opening = OPENINGS[pattern.rule]
        const ahead = text.slice(sentence.start, value.start)
        if (!pattern.words.test(between) || NOT_SO.test(between) || (opening && !opening.test(ahead))) continue
        if (/\b(?:former|late|ex-)\s*$/i.test(ahead)) continue
        results.push(found(place, body, pattern.slot, value.value, pattern.rule))
      }
  }
  return results
}

/** "the Front's commander, General | Ana Diaz": a rank before the name is none of the words. */
function titleless(between: string, holds: Holds): string {
  return holds === "person"
    ? between.replace(
        /\b(?:General|Colonel|Major|Captain|Lieutenant|Commander|Brigadier|Sheikh|Mullah|Mawlawi|Haji|Gen\.|Col\.|Maj\.|Capt\.|Lt\.|Dr\.?)\s+$/u,
        "",
      )
    : between
}

interface Held extends Span {
  readonly value: Value
  readonly entity?: string
}

function valuesOf(place: Place, holds: Holds): Held[] {
  const { analysis, sentence } = place
  const within = (span: Span) => sentence.start <= span.start && span.end <= sentence.end
  const asHeld = (mention: EntityMention): Held => {
    const entity: LocalEntity = entityOf(analysis, mention)!
    const value: EntityRef = refTo(analysis, entity, mention)
    return { start: mention.start, end: mention.end, value, entity: entity.id }
  }
  const named = place.mentions.filter(mention => mention.form === "name")
  switch (holds) {
    case "time":
      return analysis.times
        .filter(one => within(one) && one.duration === undefined && one.time.precision !== "unknown")
        .map(one => ({ start: one.start, end: one.end, value: one.time }))
    case "count":
      return analysis.counts.filter(within).map(one => ({ start: one.start, end: one.end, value: one.count }))
    case "places":
      return analysis.places.filter(within).map(one => ({ start: one.start, end: one.end, value: one.place }))
    case "person":
      return named.filter(one => one.type === "person").map(asHeld)
    case "body":
      return named.filter(one => isBody(entityOf(analysis, one))).map(asHeld)
    case "body or person":
      return named.filter(one => one.type === "person" || isBody(entityOf(analysis, one))).map(asHeld)
  }
}

/** "in A, B and the north of C": all places of the list. */
function listFrom(place: Place, first: Held): Held[] {
  const { text } = place.analysis.report
  const list = [first]
  for (const one of valuesOf(place, "places")) {
    const last = list.at(-1)!
    if (one.start < last.end) continue
    if (
      !/^(?:\s|,|and|or|to|the|of|both|parts|in|a|presence|cells|northern|southern|eastern|western|central|neighbou?ring|nearby|rural)*$/i.test(
        text.slice(last.end, one.start),
      )
    )
      break
    list.push(one)
  }
  return list
}
