import type { LocalEntity } from "../../core/reading.ts"
import type { EntityMention } from "../../english/analysis.ts"
import { entityOf, type Found, found, isBody, type Place, refTo, textValue } from "./context.ts"

const BRANCH =
  "(?:affiliate|affiliates|branch|offshoot|wing|arm|division|faction|subsidiary|franchise|chapter|armed wing|military wing|political wing|branch office)"
const LEAD = "(?:[\\p{L}.'’-]+\\s+){0,5}"
const BRANCH_OF = new RegExp(
  `^(?:,|\\)|\\s)*(?:,?\\s*(?:or|also known as|known as)\\s+[^,]{2,30},?)?\\s*(?:(?:which\\s+)?(?:is|was)\\s+)?(?:an?|the|its|one of the)?\\s*${LEAD}${BRANCH}\\s+of\\s+(?:the\\s+)?$`,
  "iu",
)
const OWNERS_BRANCH = new RegExp(`^['’]s?\\s+${LEAD}${BRANCH},\\s+(?:the\\s+)?$`, "iu")

/** What a body belongs to and whom it is loyal to, from the words between two names. */
export function ties(place: Place): Found[] {
  const { analysis } = place
  const { text } = analysis.report
  const inside = place.mentions.filter(mention => isBody(entityOf(analysis, mention)))
  const results: Found[] = []
  for (const one of inside)
    for (const other of inside) {
      const body = entityOf(analysis, one)!
      const parent = entityOf(analysis, other)!
      if (body.id === parent.id || other.form === "pronoun") continue
      if (one.end <= other.start) {
        const between = text.slice(one.end, other.start)
        if (90 < between.length) continue
        if (BRANCH_OF.test(between) && !/[;:]/.test(between))
          results.push(found(place, body, "parent", refTo(analysis, parent, other), "branchOf"))
        if (
          /\b(?:pledged|pledges|swore|sworn|declared|gave|renewed)\s+(?:its\s+|their\s+|his\s+)?(?:allegiance|loyalty|bayat|bay['’]ah|fealty)\s+to\s+(?:the\s+)?$/i.test(
            between,
          )
        )
          results.push(found(place, body, "allegiance", refTo(analysis, parent, other), "pledgedAllegiance"))
        if (/^,?\s+(?:which is\s+)?(?:loyal|allied|affiliated)\s+(?:to|with)\s+(?:the\s+)?$/i.test(between))
          results.push(found(place, body, "allegiance", refTo(analysis, parent, other), "loyalTo"))
      } else if (other.end <= one.start) {
        // "the Front's northern affiliate, the Brigade"
        const between = text.slice(other.end, one.start)
        if (OWNERS_BRANCH.test(between))
          results.push(found(place, body, "parent", refTo(analysis, parent, other), "ownersBranch"))
      }
    }
  return results
}

const NAME =
  "([\\p{Lu}\\p{Lt}][\\p{L}\\p{N}.'’-]*(?:\\s+(?:al-|of\\s+the\\s+|of\\s+|the\\s+)?[\\p{Lu}][\\p{L}\\p{N}.'’-]*){0,4})"
/** What stands behind a name, with the other name in the first group. */
const OTHER_NAMES: readonly (readonly [string, RegExp])[] = [
  ["inBrackets", /^[”"']?\s*\(\s*(?:known\s+as\s+)?\(?["“]?(\p{Lu}[\p{L}\p{N}.-]*(?:-\p{Lu})?)["”]?\)/u],
  [
    "alsoKnownAs",
    new RegExp(
      `^,?\\s*(?:\\(|,\\s*)?(?:also\\s+|better\\s+|formerly\\s+|widely\\s+|commonly\\s+|previously\\s+)*(?:known\\s+as|referred\\s+to\\s+as|a\\.?k\\.?a\\.?)\\s+\\(?["“]?(?:the\\s+)?${NAME}`,
      "u",
    ),
  ],
  [
    "goesBy",
    new RegExp(
      `^(?:,\\s+[^,.;]{0,60}?)?,?\\s+(?:who\\s+)?(?:goes|went|is\\s+known)\\s+(?:by|as)\\s+(?:the\\s+(?:name|alias|nom\\s+de\\s+guerre|nickname)\\s+(?:of\\s+)?)?["“‘]${NAME}`,
      "u",
    ),
  ],
  [
    "alsoCalled",
    new RegExp(`^,?\\s*(?:\\(|,\\s*)?(?:also\\s+called|nicknamed|alias|dubbed)\\s+["“‘]?(?:the\\s+)?${NAME}`, "u"),
  ],
  ["orShort", /^,\s+or\s+["“]?(?:the\s+)?(\p{Lu}[\p{L}\p{N}]*(?:[-. ]\p{Lu}[\p{L}\p{N}]*){0,4})["”]?(?=[,.)\s])/u],
  [
    "nomDeGuerre",
    new RegExp(
      `^\\s*,?\\s*(?:by|whose|under|using)\\s+(?:his|her|the|their|its)?\\s*(?:battlefield\\s+name|nom\\s+de\\s+guerre|real\\s+name|alias|code\\s*name|war\\s+name|pseudonym)(?:\\s+(?:of|is|was))?,?\\s+["“]?${NAME}`,
      "u",
    ),
  ],
]
/** "also known as A or simply B" */
const ONE_MORE = new RegExp(
  `^["”]?,?\\s+(?:or|and)\\s+(?:simply\\s+|just\\s+|sometimes\\s+)?["“]?(?:the\\s+)?${NAME}`,
  "u",
)

/** Other names: "the Front (FL)", "or FL", "also known as FL", "by his battlefield name Abu Noor" */
export function otherNames(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const results: Found[] = []
  for (const mention of place.mentions) {
    if (mention.form !== "name") continue
    const entity = entityOf(analysis, mention)!
    if (!["person", "organization", "armed-group"].includes(entity.type)) continue
    const rest = text.slice(mention.end, Math.min(sentence.end, mention.end + 100))
    for (const [rule, pattern] of OTHER_NAMES) {
      const match = pattern.exec(rest)
      if (!match) continue
      const start = mention.end + match.index + match[0].lastIndexOf(match[1]!)
      const span = { start, end: start + match[1]!.replace(/[.,'’]+$/, "").length }
      const alias = text.slice(span.start, span.end)
      if (
        alias.toLowerCase() === entity.name.toLowerCase() ||
        !isOtherName(alias, text.slice(mention.start, mention.end), rule, entity.type)
      )
        continue
      results.push(
        found(place, entity, "also-known-as", textValue(analysis, span), rule, {
          start: mention.start,
          end: mention.end + match.index + match[0].length,
        }),
      )
      // "also known as A or simply B"
      const more = rule === "alsoKnownAs" ? ONE_MORE.exec(text.slice(span.end, sentence.end)) : null
      if (more) {
        const from = span.end + more[0].lastIndexOf(more[1]!)
        const other = { start: from, end: from + more[1]!.replace(/[.,'’]+$/, "").length }
        results.push(
          found(place, entity, "also-known-as", textValue(analysis, other), rule, {
            start: mention.start,
            end: other.end,
          }),
        )
      }
    }
  }
  return results.filter(
    (one, index) =>
      results.findIndex(other => other.entityId === one.entityId && other.value.text === one.value.text) === index,
  )
}

/** In brackets and after "or" only an abbreviation is another name: "(R-Florida)" and "or Germany" are not. */
function isOtherName(alias: string, name: string, rule: string, type: string): boolean {
  if (rule !== "inBrackets" && rule !== "orShort") return true
  if (rule === "inBrackets" && type !== "person") return /^\p{Lu}{2,8}$/u.test(alias) || isAbbreviation(alias, name)
  return isAbbreviation(alias, name)
}

function isAbbreviation(alias: string, name: string): boolean {
  const letters = alias.replace(/[^\p{Lu}]/gu, "")
  const initials = name
    .split(/[\s-]+/)
    .map(part => part[0] ?? "")
    .join("")
    .toUpperCase()
  return (
    2 <= letters.length &&
    (letters.length === alias.replace(/[^\p{L}]/gu, "").length || 3 <= letters.length) &&
    [...letters].some(letter => initials.includes(letter)) &&
    initials[0] === letters[0]
  )
}

/** "his capture": the person who is the subject of the sentence before, else the one the pronoun stands for. */
function wantedOne(place: Place, target: EntityMention): LocalEntity | undefined {
  const { analysis, sentence } = place
  const entity = entityOf(analysis, target)
  if (target.form !== "pronoun" || entity?.type !== "person") return entity
  const before = analysis.sentences[analysis.sentences.indexOf(sentence) - 1]
  if (!before || before.blockIndex !== sentence.blockIndex) return entity
  const subject = analysis.mentions.find(
    one =>
      before.start <= one.start &&
      one.end <= before.end &&
      one.type === "person" &&
      one.form === "name" &&
      analysis.tokens[one.headToken]!.deprel === "nsubj" &&
      analysis.tokens[analysis.tokens[one.headToken]!.head]?.deprel === "root",
  )
  return entityOf(analysis, subject) ?? entity
}

/** Rewards and sanctions: "a reward of up to $10 million for information on", "sanctioned by", "designated a terrorist organization" */
export function measures(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const words = text.slice(sentence.start, sentence.end)
  const targets = place.mentions.filter(mention =>
    ["person", "organization", "armed-group"].includes(entityOf(analysis, mention)!.type),
  )
  const results: Found[] = []
  const reward =
    /\b(?:reward|bounty)(?:\s+(?:of|worth))?(?:\s+(?:up to|as much as))?(?:\s+(?:US)?[$€£][\d.,]+(?:\s*(?:million|m|bn|billion))?)?(?:\s+for\s+(?:any\s+)?information)?/i.exec(
      words,
    )
  if (reward) {
    const end = sentence.start + reward.index + reward[0].length
    const target =
      targets.find(
        mention =>
          end <= mention.start &&
          /^(?:\s+(?:on|about|leading|leads|led|that|to|regarding|his|her|the|for|a|arrest|capture|of|could|lead|whereabouts|location|identification|or|referred))*\s+$/i.test(
            text.slice(end, mention.start).replace(/,/g, ""),
          ),
      ) ??
      targets.find(mention => end <= mention.start && /,\s*referred\s+to\s+$/i.test(text.slice(end, mention.start)))
    const wanted = target && wantedOne(place, target)
    if (wanted)
      results.push(
        found(place, wanted, "reward", textValue(analysis, { start: sentence.start + reward.index, end }), "rewardFor"),
      )
  }
  for (const match of words.matchAll(
    /\b(?:impose[sd]?|slapp?e?d?|announced|placed)\s+(?:new\s+|fresh\s+|further\s+)?sanctions\s+(?:on|against)\s+|\b(?:sanctioned|blacklisted|designated)\s+/gi,
  )) {
    const start = sentence.start + match.index
    const end = start + match[0].length
    const before = text.slice(Math.max(sentence.start, start - 12), start)
    const isPassive = /\b(?:was|were|been|is|are|being)\s+$/i.test(before)
    const target = isPassive
      ? targets.findLast(mention => mention.end <= start && start - mention.end < 25)
      : targets.find(
          mention =>
            end <= mention.start &&
            /^(?:\s|the|leader|group|\p{Lu}[\p{L}.]*)*$/iu.test(text.slice(end, mention.start)) &&
            mention.start - end < 20,
        )
    if (!target) continue
    const stop = /[,;.]/.exec(text.slice(end, sentence.end))
    const last = stop ? end + stop.index : sentence.end
    if (/^designated/i.test(match[0]) && !/terror|sanction|global|foreign/i.test(text.slice(end, last))) continue
    results.push(
      found(place, entityOf(analysis, target)!, "sanctions", textValue(analysis, { start, end: last }), "sanctioned"),
    )
  }
  return results
}
