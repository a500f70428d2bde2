import type { Span } from "../../core/span.ts"
import type { Count } from "../../core/value.ts"
import { childrenOf } from "../../english/tree.ts"
import {
  bodyAt,
  entityOf,
  type Found,
  found,
  isBody,
  isPeak,
  mentionAt,
  type Place,
  patientOf,
  textValue,
} from "./context.ts"

const NOT_STRENGTH =
  /\b(?:kill|killed|killing|dead|died|die|arrest\w*|detain\w*|captur\w*|wound\w*|injur\w*|slain|surrender\w*|execut\w*|convict\w*|charged|released|freed|hostages?|abduct\w*|joined|recruited last|attack(?:ed|s)?)\b/i
const HOLDS =
  /\b(?:has|have|had|number(?:s|ed)?|counts?|includes?|identified|estimate[sd]?|comprises?|boasts?|commands?|is|are|was|were|with|of)\b/i

/** "has about 4,000 fighters", "10 to 15 senior members of the group", "the group's 2,000 fighters" */
export function strength(place: Place): Found[] {
  const { analysis, sentence, words } = place
  const { text } = analysis.report
  const results: Found[] = []
  for (const mention of analysis.counts) {
    if (mention.start < sentence.start || sentence.end < mention.end || mention.nounToken < 0) continue
    const noun = analysis.tokens[mention.nounToken]!
    if (!words.membersNouns.includes(noun.text.toLowerCase())) continue
    const before = text.slice(sentence.start, mention.start)
    const around = text.slice(Math.max(sentence.start, mention.start - 60), Math.min(sentence.end, noun.end + 40))
    // "a dozen former members": those who left.
    if (
      NOT_STRENGTH.test(around) ||
      /\b(?:former|ex-|other|alleged|suspected)\b/i.test(text.slice(mention.start, noun.start))
    )
      continue
    const behind = analysis.mentions.find(
      one =>
        noun.end <= one.start &&
        one.end <= sentence.end &&
        /^\s*\(?(?:of|in|from|belonging to|loyal to)\s+(?:the\s+)?$/i.test(text.slice(noun.end, one.start)) &&
        isBody(entityOf(analysis, one)),
    )
    let entity = entityOf(analysis, behind)
    if (!entity) {
      const owner = analysis.mentions.findLast(
        one => sentence.start <= one.start && one.end <= mention.start && isBody(entityOf(analysis, one)),
      )
      const between = owner && text.slice(owner.end, mention.start)
      if (
        between !== undefined &&
        (/^['’]s\s+(?:some\s+|estimated\s+)?$/i.test(between) ||
          (between.length < 60 &&
            /\b(?:has|have|had|numbers?|counts?|boasts?|commands?|fields?|estimated to have|thought to have|believed to have|made up of|with)\s+(?:some|about|around|an estimated|only|up to|between|at least|more than|as many as|nearly|roughly)?\s*$/i.test(
              between,
            )))
      )
        entity = entityOf(analysis, owner)
    } else if (!HOLDS.test(before)) entity = undefined
    const isPast = isPeak(before)
    if (isBody(entity)) results.push(found(place, entity, isPast ? "peak" : "strength", mention.count, "members"))
  }
  results.push(...numberOfMembers(place))
  return results
}

/** "the number of its members does not exceed 100" */
function numberOfMembers(place: Place): Found[] {
  const { analysis, sentence, words } = place
  const { text } = analysis.report
  const said = text.slice(sentence.start, sentence.end)
  if (!/\bnumber of (?:its|their) /iu.test(said)) return []
  const match = new RegExp(
    `\\bnumber of (its|their) (?:\\p{L}+ )?(${words.membersNouns.join("|")})\\s+(does not exceed|do not exceed|is (?:below|under|less than|fewer than)|is (?:about|around|roughly)?|(?:has )?reache[sd]|exceeds|stands at)\\s*([\\d,.]+)`,
    "iu",
  ).exec(said)
  const number = match && Number(match[4]!.replace(/[,.]$/, "").replaceAll(",", ""))
  if (!match || !number || !Number.isInteger(number)) return []
  const at = sentence.start + match.index + match[0].indexOf(match[1]!)
  const named = analysis.mentions.find(one => one.start === at && isBody(entityOf(analysis, one)))
  const subject = analysis.mentions.find(
    one =>
      sentence.start <= one.start &&
      one.end <= at &&
      isBody(entityOf(analysis, one)) &&
      analysis.tokens[one.headToken]!.deprel.startsWith("nsubj"),
  )
  const entity = entityOf(analysis, named ?? subject)
  if (!isBody(entity)) return []
  const verb = match[3]!.toLowerCase()
  const start = at + match[1]!.length + 1
  const value: Count = {
    kind: "count",
    low: /not exceed|below|under|less|fewer/.test(verb) ? 0 : verb === "exceeds" ? number + 1 : number,
    high: verb === "exceeds" ? null : /below|under|less|fewer/.test(verb) ? number - 1 : number,
    qualifier: /not exceed/.test(verb)
      ? "at-most"
      : /below|under|less|fewer/.test(verb)
        ? "less-than"
        : verb === "exceeds"
          ? "more-than"
          : "exact",
    of: match[2]!.toLowerCase(),
    text: text.slice(start, sentence.start + match.index + match[0].length).replace(/[,.]$/, ""),
  }
  return [found(place, entity, "strength", value, "numberOfMembers")]
}

/** "membership has declined since peaking in about 2018", "at its peak in 2015" */
export function peak(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const match =
    /\b(?:peak(?:ed|ing)|reached its (?:peak|height)|at its (?:peak|height|zenith))\s+(?:in|around|at)?\s*(?:about|around|roughly)?\s*/i.exec(
      text.slice(sentence.start, sentence.end),
    )
  if (!match) return []
  const at = sentence.start + match.index
  const time = analysis.times.find(
    one =>
      at + match[0].length - 8 <= one.start &&
      one.start <= at + match[0].length + 6 &&
      one.time.precision !== "unknown",
  )
  if (
    !time ||
    !/\b(?:member|group|strength|fighter|force|its\b|organi[sz]ation|movement|militants?)/i.test(
      text.slice(sentence.start, at + match[0].length),
    )
  )
    return []
  const subject = analysis.mentions.findLast(
    one =>
      sentence.start <= one.start &&
      one.end <= at &&
      isBody(entityOf(analysis, one)) &&
      isSubjectLike(place, one.headToken),
  )
  const entity = entityOf(analysis, subject)
  return isBody(entity) ? [found(place, entity, "peak", time.time, "peakedIn")] : []
}

function isSubjectLike(place: Place, token: number): boolean {
  const { deprel, text } = place.analysis.tokens[token]!
  return (
    deprel.startsWith("nsubj") || /^(it|its|they|their)$/i.test(text) || deprel === "nmod:poss" || deprel === "root"
  )
}

/** "is active in A, B and C", "operates across the north", "based in the capital" */
export function area(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const results: Found[] = []
  for (const token of place.tokens) {
    const isActive =
      /^active$/i.test(token.text) || (/^(operate|base|headquarter)$/.test(token.lemma) && token.upos === "VERB")
    if (!isActive) continue
    const preposition = analysis.tokens
      .slice(token.index + 1, token.index + 5)
      .find(one => /^(in|across|throughout|out|along|around|near)$/i.test(one.text))
    const stretch = analysis.tokens
      .slice(token.index + 1, token.index + 5)
      .find(one => /^(on|along|between)$/i.test(one.text))
    const where = preposition ? undefined : stretch && stretchOf(place, stretch.index)
    if (where) {
      const body = subjectOfState(place, token.index)
      if (isBody(body)) results.push(found(place, body, "area", textValue(analysis, where), "activeOn"))
    }
    if (!preposition) continue
    const entity = subjectOfState(place, token.index)
    if (!isBody(entity)) continue
    let end = preposition.end
    for (const one of analysis.places) {
      if (one.start < end || sentence.end < one.end) continue
      // "A, B and the north of C": a list goes on over commas and "and", nothing else.
      if (
        !/^(?:\s|,|and|or|the|of|both|parts|in|northern|southern|eastern|western|central|neighbou?ring|nearby|rural|hills|mountains|highlands|forests|near|delta|border|states|provinces|regions|villages|areas|north|south|east|west)*$/i.test(
          text.slice(end, one.start),
        )
      )
        break
      results.push(found(place, entity, "area", one.place, "activeIn"))
      end = one.end
    }
  }
  return results
}

/** "on | both banks of the river between two towns": words that hold the name of a place, up to a comma or a clause. */
function stretchOf(place: Place, from: number): Span | undefined {
  const { analysis, sentence } = place
  let last = from + 1
  while (
    last < sentence.lastToken &&
    !/^[,;.:]$/.test(analysis.tokens[last]!.text) &&
    !/^(VERB|AUX|SCONJ)$/.test(analysis.tokens[last]!.upos)
  )
    last++
  const first = analysis.tokens[from]!.text.toLowerCase() === "on" ? from + 1 : from
  if (last <= first) return undefined
  const span = { start: analysis.tokens[first]!.start, end: analysis.tokens[last - 1]!.end }
  return analysis.places.some(one => span.start <= one.start && one.end <= span.end) ? span : undefined
}

/** "the group is active", "the group, which operates in", "a group active in", "ISIS-K operates" */
function subjectOfState(place: Place, at: number) {
  const { analysis } = place
  const token = analysis.tokens[at]!
  const subject = childrenOf(analysis, token, "nsubj", "nsubj:pass")[0]
  if (subject && !/^(which|that|who)$/i.test(subject.text)) return bodyAt(analysis, subject)
  const bySyntax = patientOf(place, token)
  if (isBody(bySyntax)) return bySyntax
  const head = analysis.tokens[token.head]
  const byHead =
    head && (token.deprel.startsWith("acl") || token.deprel === "amod") ? bodyAt(analysis, head) : undefined
  if (byHead) return byHead
  const before = analysis.tokens[at - 1]
  const direct = token.upos === "VERB" && /^VB[PZD]$/.test(token.xpos) ? bodyAt(analysis, before) : undefined
  if (direct) return direct
  return before && /^(which|that|is|are|,)$/i.test(before.text)
    ? entityOf(analysis, nearestBefore(place, at))
    : undefined
}

function nearestBefore(place: Place, at: number) {
  const { analysis, sentence } = place
  const start = analysis.tokens[at]!.start
  const token = analysis.tokens.findLast(
    one => one.index < at && sentence.firstToken <= one.index && mentionAt(analysis, one) !== undefined,
  )
  return token && start - token.end < 14 ? mentionAt(analysis, token) : undefined
}
