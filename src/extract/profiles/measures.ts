import type { LocalEntity } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import type { EntityMention } from "../../english/analysis.ts"
import { entityOf, type Found, found, type Place, textValue } from "./context.ts"

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

/** A sum of money: "$5 million", "2 million pesos". */
const MONEY =
  "(?:(?:US|A|C|NZ)?[$€£₦₱¥]\\s?[\\d.,]+(?:\\s*(?:million|m|bn|billion|thousand))?|(?:[\\d.,]+|an?|one|two|three|five|ten)\\s+(?:(?:hundred\\s+)?(?:million|billion|thousand)\\s+)?(?:U\\.?S\\.?\\s+|Canadian\\s+|Australian\\s+)?(?:dollars|euros|pounds|pesos|rupees|naira|shillings|francs|rubles|roubles|riyals|dinars|rand|yuan|taka|birr|reais|afghanis|lira|yen|won|baht|rupiah|kyats?))"
const REWARD = new RegExp(
  `\\b(?:reward|bounty)(?:\\s+(?:of|worth))?(?:\\s+(?:up to|as much as))?(?:\\s+${MONEY})?(?:\\s+for\\s+(?:any\\s+)?information)?`,
  "iu",
)
const MONEY_BEFORE = new RegExp(
  `(?:up to\\s+|as much as\\s+)?${MONEY}(?:[\\s-]+(?:U\\.?S\\.?\\s+|state\\s+|FBI\\s+)?)$`,
  "iu",
)
/** "offered 2 million pesos for the capture of" */
const OFFER = new RegExp(
  `\\b(?:offer(?:s|ed|ing)?|pays?|promis(?:es|ed|ing))\\s+((?:up to\\s+|as much as\\s+|an?\\s+|the\\s+)*${MONEY})(?=\\s+for\\s+(?:any\\s+)?(?:information|tips?|the\\s+capture|the\\s+arrest|his\\s+|her\\s+|clues|details|news|help))`,
  "iu",
)
/** "Ana Diaz, for whom Mexico offers 30 million pesos" */
const FOR_WHOM = new RegExp(
  `^,\\s+for\\s+(?:whom|whose\\s+\\p{L}+)\\s+[^,.;]{2,50}?\\s+(?:offers|offered|has offered|is offering|pays)\\s+((?:up to\\s+)?${MONEY})`,
  "iu",
)
/** The words from the sum to whom it is for. */
const TO_WANTED =
  /^(?:\s+(?:on|about|leading|leads|led|that|to|regarding|his|her|the|for|a|an|any|arrest|capture|of|could|lead|whereabouts|location|identification|or|and|referred|information|tips?|killing|conviction|head|details|clues))*\s+$/i

/** Who is sought: people and bodies of the sentence. */
function targetsOf(place: Place): readonly EntityMention[] {
  return place.mentions.filter(mention =>
    ["person", "organization", "armed-group"].includes(entityOf(place.analysis, mention)!.type),
  )
}

/** "a reward of up to $10 million for information on Ana Diaz", "a $1 million bounty on his head", "for whom Mexico offers 30 million pesos" */
export function rewards(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const words = text.slice(sentence.start, sentence.end)
  const targets = targetsOf(place)
  const results: Found[] = []
  const add = (mention: EntityMention | undefined, span: Span) => {
    const wanted = mention && wantedOne(place, mention)
    if (wanted) results.push(found(place, wanted, "reward", textValue(analysis, span), "rewardFor"))
  }
  const reward = REWARD.exec(words)
  if (reward) {
    const start = sentence.start + reward.index
    const end = start + reward[0].length
    const before = MONEY_BEFORE.exec(text.slice(sentence.start, start))
    const target =
      targets.find(
        mention => end <= mention.start && TO_WANTED.test(text.slice(end, mention.start).replace(/,/g, "")),
      ) ??
      targets.find(mention => end <= mention.start && /,\s*referred\s+to\s+$/i.test(text.slice(end, mention.start)))
    add(target, { start: before ? sentence.start + before.index : start, end })
  }
  const offer = reward ? null : OFFER.exec(words)
  if (offer) {
    const start = sentence.start + offer.index + offer[0].indexOf(offer[1]!)
    const end = start + offer[1]!.length
    add(
      targets.find(mention => end <= mention.start && TO_WANTED.test(text.slice(end, mention.start))),
      { start, end },
    )
  }
  for (const mention of targets) {
    const match = FOR_WHOM.exec(text.slice(mention.end, sentence.end))
    if (!match) continue
    const start = mention.end + match.index + match[0].length - match[1]!.length
    add(mention, { start, end: start + match[1]!.length })
  }
  return results
}

/** Words of a measure that say whom it hits by standing around him: what is before, and what is behind. */
const AROUND: readonly { before: RegExp; behind: RegExp; rule: string }[] = [
  {
    before: /\b(?:add(?:s|ed)?|put|puts|placed?|includ(?:es|ed))\s+(?:the\s+)?$/i,
    behind:
      /^\s+(?:to|on|in)\s+(?:its|the|a|their)\s+(?:[\p{L}.]+\s+){0,3}(?:sanctions?\s+list|blacklist|list\s+of\s+(?:\p{L}+\s+)?terror\w*\s+\p{L}+|terror(?:ist)?\s+list|watch\s?list)/iu,
    rule: "addedToList",
  },
  {
    before:
      /\b(?:bann?(?:s|ed)|proscrib(?:es|ed)|outlaw(?:s|ed)|list(?:s|ed)?|classif(?:ies|ied)|brand(?:s|ed)|label(?:s|led|ed))\s+(?:the\s+)?$/i,
    behind:
      /^\s+(?:as\s+)?(?:an?\s+|the\s+)?(?:foreign\s+|global\s+|specially\s+designated\s+)*(?:terror(?:ist)?|extremist|criminal)\s+(?:organi[sz]ation|group|entity|movement)/iu,
    rule: "bannedAs",
  },
  {
    before: /$/,
    behind:
      /^(?:,\s+(?:who|which)\s+|\s+)(?:is|are|was|has been|have been|remains?)\s+(?:under|subject to|on|the target of)\s+(?:an?\s+|the\s+)?(?:[\p{L}.]+\s+){0,3}(?:sanctions|blacklist|sanctions\s+list|terror(?:ist)?\s+list|asset\s+freeze)/iu,
    rule: "underSanctions",
  },
  {
    before: /$/,
    behind:
      /^(?:,\s+(?:who|which)\s+|\s+)(?:is|was|were|are|has been|have been)\s+(?:banned|proscribed|outlawed|blacklisted|listed\s+as\s+an?\s+(?:\p{L}+\s+)?terror\w*\s+\p{L}+)\s+(?:in|by|since)\b[^,.;]*/iu,
    rule: "bannedIn",
  },
]

/** "imposed sanctions on", "designated a terrorist organization", "added it to its sanctions list", "is banned in" */
export function sanctions(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const words = text.slice(sentence.start, sentence.end)
  const targets = targetsOf(place)
  const results: Found[] = []
  for (const mention of targets)
    for (const { before, behind, rule } of AROUND) {
      const ahead = text.slice(sentence.start, mention.start)
      const match = behind.exec(text.slice(mention.end, sentence.end))
      const opening = match && before.exec(ahead)
      if (!match || !opening || /\b(?:not|never|no longer|denied|lifted|removed)\b/i.test(`${opening[0]} ${match[0]}`))
        continue
      const isPassive = opening[0] === ""
      const span = {
        start: isPassive ? mention.end + match[0].search(/\S/) : sentence.start + firstOfClause(ahead, opening.index),
        end: mention.end + match[0].length,
      }
      results.push(found(place, entityOf(analysis, mention)!, "sanctions", textValue(analysis, span), rule))
      break
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

/** Who does it is part of the words: back to the last comma. */
function firstOfClause(ahead: string, at: number): number {
  const comma = Math.max(ahead.lastIndexOf(",", at), ahead.lastIndexOf(";", at))
  const from = comma < 0 ? 0 : comma + 1
  return from + ahead.slice(from).search(/\S/)
}
