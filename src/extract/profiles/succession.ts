import type { LocalEntity } from "../../core/reading.ts"
import { childrenOf } from "../../english/tree.ts"
import { bodyAt, entityOf, type Found, found, isBody, type Place, personAt, refTo, timeBehind } from "./context.ts"

const GROUP = /^(?:group|organi[sz]ation|movement|militia|gang|faction|network|cartel)$/i

/** "its founder, Ana Diaz", "Front founder Ana Diaz", "Ana Diaz, the founder of the Front" */
export function founderNamed(place: Place): Found[] {
  const { analysis } = place
  const { text } = analysis.report
  const inside = place.mentions
  const results: Found[] = []
  for (const one of inside) {
    const body = entityOf(analysis, one)
    if (!isBody(body)) continue
    for (const other of inside) {
      const person = entityOf(analysis, other)
      if (person?.type !== "person" || other.form !== "name") continue
      const isBefore = other.end <= one.start
      const between = isBefore ? text.slice(other.end, one.start) : text.slice(one.end, other.start)
      const isFounder = isBefore
        ? /^,\s+(?:the\s+|a\s+|co-)?(?:co-)?founder\s+of\s+(?:the\s+)?$/i.test(between)
        : /^(?:['’]s)?\s+(?:late\s+|slain\s+)?(?:co-)?founder,?\s+$/i.test(between)
      if (isFounder) results.push(found(place, body, "founder", refTo(analysis, person, other), "founderNamed"))
    }
  }
  return results
}

/** "command passed to Ana Diaz", "he was succeeded by Ana Diaz": of the body whose leader or founder the sentence names. */
export function succession(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const said = text.slice(sentence.start, sentence.end)
  const match =
    /\b(?:(?:command|leadership|control)(?: of the (?:group|organi[sz]ation|movement|militia))? (?:has )?passed to|(?:was|is|has been) (?:succeeded|replaced) by)\s+(?:the\s+)?/i.exec(
      said,
    )
  if (!match) return []
  const end = sentence.start + match.index + match[0].length
  const mention = analysis.mentions.find(
    one => end <= one.start && one.start <= end + 1 && one.type === "person" && one.form === "name",
  )
  const person = entityOf(analysis, mention)
  const body = ledBody(place, end)
  return mention && person && body ? [found(place, body, "leader", refTo(analysis, person, mention), "succeeded")] : []
}

/** The body of "its leader", "the Front's founder" in the words before. */
function ledBody(place: Place, end: number): LocalEntity | undefined {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const owner = analysis.mentions.find(
    one =>
      sentence.start <= one.start &&
      one.end <= end &&
      isBody(entityOf(analysis, one)) &&
      /^(?:['’]s)?\s+(?:\p{L}+\s+)?(?:founder|leader|chief|commander|head|emir)\b/iu.test(
        text.slice(one.end, one.end + 40),
      ),
  )
  // "its founder" that nothing resolved.
  const isOpen = /\b(?:its|their)\s+(?:\p{L}+\s+)?(?:founder|leader|chief|commander)\b/iu.test(
    text.slice(sentence.start, end),
  )
  return entityOf(analysis, owner) ?? (isOpen ? groupTalkedOf(place, sentence.start) : undefined)
}

/** "Ana Diaz, a former pilot, has led the group since May 2027", "Ana Diaz took over the group in 2027" */
export function leadsGroup(place: Place): Found[] {
  const { analysis, sentence } = place
  const results: Found[] = []
  for (const verb of place.tokens) {
    const next = analysis.tokens[verb.index + 1]?.text.toLowerCase()
    const takesOver = verb.lemma === "take" && next === "over"
    if (verb.upos !== "VERB" || !(/^(lead|head|command|run)$/.test(verb.lemma) || takesOver)) continue
    const children = childrenOf(analysis, verb)
    if (children.some(child => /^(?:not|n['’]t|never|would|could|may|might|to)$/i.test(child.text))) continue
    if (children.some(child => child.deprel === "aux:pass")) continue
    const subject = childrenOf(analysis, verb, "nsubj").find(child => child.index < verb.index)
    const person = personAt(analysis, subject)
    const object = childrenOf(analysis, verb, "obj").find(child => verb.index < child.index)
    const isCurrent =
      takesOver ||
      verb.xpos === "VBZ" ||
      (children.some(child => /^(?:has|have)$/i.test(child.text)) && verb.xpos === "VBN")
    if (!person || !subject || !object || !isCurrent) continue
    const body = bodyAt(analysis, object) ?? (GROUP.test(object.text) ? groupTalkedOf(place, object.start) : undefined)
    const mention = analysis.mentions.find(one => one.headToken === subject.index && one.form === "name")
    if (!isBody(body) || !mention) continue
    results.push(found(place, body, "leader", refTo(analysis, person, mention), "leadsGroup"))
    let end = object.index
    while (/^(?:NOUN|PROPN)$/.test(analysis.tokens[end + 1]?.upos ?? "") && end + 1 < sentence.lastToken) end++
    const since = analysis.tokens[end + 1]?.text.toLowerCase()
    const isSince = since === "since" || (takesOver && since === "in")
    const time = isSince ? timeBehind(place, end + 1, 4) : undefined
    if (time) results.push(found(place, body, "leader-since", time.time, "leadsGroup"))
  }
  return results
}

/** "the group" that nothing resolved: the armed group of the report, when it is told of far more often than any other and was named before. */
export function groupTalkedOf({ analysis }: Pick<Place, "analysis">, before: number): LocalEntity | undefined {
  const groups = analysis.entities
    .filter(
      entity =>
        entity.type === "armed-group" && entity.mentions.some(one => one.span.start < before && one.form === "name"),
    )
    .map(entity => ({
      entity,
      size: analysis.mentions.filter(one => analysis.entities[one.entity] === entity).length,
      inTitle: isInTitle(analysis, entity),
    }))
    .sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.size - a.size)
  const [first, second] = groups
  if (!first) return undefined
  if (first.inTitle && !second?.inTitle) return first.entity
  return !second || second.size * 3 <= first.size ? first.entity : undefined
}

function isInTitle({ report }: Place["analysis"], entity: LocalEntity): boolean {
  const title = report.title?.value.toLowerCase() ?? ""
  return entity.mentions.some(one => one.form === "name" && title.includes(one.text.toLowerCase()))
}
