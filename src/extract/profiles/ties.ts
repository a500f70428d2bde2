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
      `^,?\\s*(?:\\(|,\\s*)?(?:also\\s+|better\\s+|formerly\\s+|widely\\s+|commonly\\s+|previously\\s+)*(?:known\\s+as|known\\s+by\\s+(?:the\\s+initials|the\\s+name|its\\s+initials|(?:his|her|its)\\s+(?:nom\\s+de\\s+guerre|alias|nickname|battlefield\\s+name|acronym))|referred\\s+to\\s+as|a\\.?k\\.?a\\.?)\\s+\\(?["“]?(?:the\\s+)?${NAME}`,
      "u",
    ),
  ],
  [
    "goesBy",
    new RegExp(
      `^(?:,\\s+[^,.;]{0,60}?)?,?\\s+(?:who\\s+|which\\s+)?(?:also\\s+)?(?:goes|went|is\\s+(?:often\\s+|also\\s+)?(?:known|called))\\s+(?:by\\s+|as\\s+)?(?:the\\s+(?:name|alias|nom\\s+de\\s+guerre|nickname|initials)\\s+(?:of\\s+)?["“‘]?|["“‘](?:the\\s+)?)${NAME}`,
      "u",
    ),
  ],
  [
    "alsoCalled",
    new RegExp(
      `^,?\\s*(?:\\(|,\\s*)?(?:also\\s+called|often\\s+called|nicknamed|alias|dubbed|renamed\\s+itself|now\\s+calls\\s+itself|later\\s+renamed|formerly|previously|formerly\\s+called)\\s+["“‘]?(?:the\\s+)?${NAME}`,
      "u",
    ),
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
