import type { LocalEntity } from "../../core/reading.ts"
import { evidenceAt } from "../../core/span.ts"
import type { Token } from "../analysis.ts"
import { bare } from "../names/classify.ts"
import { personNouns, titles } from "../names/words.ts"
import type { Draft, EntityParts, Mentioned } from "./draft.ts"

type Role = LocalEntity["roles"][number]

/** Titles that tell nothing of what a person does. */
const CIVIL = /^(?:mr|mrs|ms|mx|miss|sir|dame|lord|lady|dr)$/
/** Words that end the noun phrase of a role. */
const CLAUSE = /^(?:who|which|that|whose|whom|where|when|said|says|told|was|is|has|had|were|are|and\/or|but)$/
const LONGEST = 24

/** What the report says a person is, word for word: "Gen.", "head of the military's Central Command". Each with the organization in it. */
export function rolesOf(parts: EntityParts, person: Draft, others: readonly Draft[]): Role[] {
  const roles = new Map<string, Role>()
  for (const mention of person.mentions) {
    if (mention.form !== "name") continue
    for (const [first, last] of [...beforeName(parts, mention), ...behindName(parts, mention)]) {
      const { tokens, report } = parts
      const span = { start: tokens[first]!.start, end: tokens[last - 1]!.end }
      const evidence = evidenceAt(report, span)
      const role = evidence.text.replace(/\s+/g, " ")
      if (roles.has(role.toLowerCase())) continue
      const organization = organizationIn(parts, others, span)
      roles.set(role.toLowerCase(), organization === undefined ? { role, evidence } : { role, organization, evidence })
    }
  }
  return [...roles.values()]
}

/** `U.S. Central Command chief Gen. Michael Kurilla`, `The director of National Intelligence, Avril Haines,` */
function beforeName({ tokens, sentences }: EntityParts, mention: Mentioned): [number, number][] {
  const sentence = sentences[tokens[mention.first]!.sentence]!
  let first = mention.first
  let holdsJob = false
  while (sentence.firstToken < first) {
    const token = tokens[first - 1]!
    const job = titles.has(bare(token.text)) || personNouns.has(token.lemma.toLowerCase())
    if (job && !CIVIL.test(bare(token.text)) && token.xpos !== "NNS" && token.upos !== "VERB") holdsJob = true
    const inPhrase =
      /^(?:ADJ|NOUN|PROPN|X)$/.test(token.upos) ||
      token.text === "-" ||
      token.xpos === "POS" ||
      (job && token.upos !== "VERB") ||
      token.text.toLowerCase() === "former"
    // The phrase must end in the job: "the army Smith" is none.
    if (!inPhrase || (first === mention.first && !job)) break
    if (!job && !holdsJob && CIVIL.test(bare(token.text))) break
    first--
  }
  while (
    first < mention.first &&
    (CIVIL.test(bare(tokens[first]!.text)) || tokens[first]!.text === "-" || tokens[first]!.xpos === "POS")
  )
    first++
  if (holdsJob && first < mention.first) return [[first, mention.first]]
  return nameBehindRole(tokens, sentence.firstToken, mention)
}

/** `The director of the agency, Ana Diaz, said`: the job stands first, the name between commas. */
function nameBehindRole(tokens: readonly Token[], from: number, mention: Mentioned): [number, number][] {
  if (tokens[mention.first - 1]?.text !== "," || !/^[,.;)]$/.test(tokens[mention.last]?.text ?? "")) return []
  let first = mention.first - 1
  while (from < first && mention.first - 1 - first <= LONGEST) {
    const { text, upos, xpos } = tokens[first - 1]!
    if (/^[.,;:()—–"“”»]$/.test(text) || CLAUSE.test(text) || upos === "SCONJ" || /^(?:VBD|VBZ|VBP)$/.test(xpos)) break
    first--
  }
  const last = mention.first - 1
  // "a service for Iran's former top general, X": the job may stand behind a preposition.
  for (let start = first; start < last; start++) {
    if (start !== first && tokens[start - 1]!.upos !== "ADP") continue
    while (
      start < last &&
      (/^(?:the|a|an|and|his|her|its|their|our|but)$/i.test(tokens[start]!.text) || tokens[start]!.upos === "ADV")
    )
      start++
    if (start < last && hasJobAsHead(tokens, start, last)) return [[start, last]]
  }
  return []
}

/** `Bruce Hoffman, a terrorism scholar at the Council`, `Ana Diaz, who is now a senior adviser to the project`, `Ana Diaz of the Wilson Center` */
function behindName({ tokens, sentences }: EntityParts, mention: Mentioned): [number, number][] {
  const sentence = sentences[tokens[mention.last - 1]!.sentence]!
  const found: [number, number][] = []
  let at = mention.last
  if (tokens[at]?.text === "of" && /^(?:the|\p{Lu}.*)$/u.test(tokens[at + 1]?.text ?? "")) {
    const last = endOfPhrase(tokens, at + 1, sentence.lastToken)
    if (at + 1 < last) found.push([at, last])
    return found
  }
  if (!/^(?:,|\(|—|–)$/.test(tokens[at]?.text ?? "")) return found
  for (let part = 0; part < 3 && at < sentence.lastToken; part++) {
    let first = at + 1
    if (part === 0 && /^who$/.test(tokens[first]?.text ?? "")) {
      // "who is now a senior adviser", "who previously served as a special assistant"
      const verb = tokens
        .slice(first + 1, first + 5)
        .findIndex(token => /^(?:is|was)$/.test(token.text) || (token.text === "as" && true))
      if (verb < 0) return found
      first += verb + 2
      if (/^(?:now|also|currently|then|previously)$/.test(tokens[first]?.text ?? "")) first++
    }
    while (/^(?:a|an|the|his|her|its|their|then|now|currently|once|also)$/i.test(tokens[first]?.text ?? "")) first++
    const last = endOfPhrase(tokens, first, sentence.lastToken)
    if (!hasJobAsHead(tokens, first, last)) return found
    // "The four took orders from Tom Ruiz, a senior official said": without a second comma it is somebody else who speaks.
    if (/^(?:VBD|VBZ)$/.test(tokens[last]?.xpos ?? "")) return found
    found.push([first, last])
    if (/^who$/.test(tokens[last]?.text ?? "")) at = last - 1
    else if (tokens[last]?.text === "and" && tokens[last + 1]) at = last
    else return found
    if (tokens[last]?.text === "who") {
      const verb = tokens.slice(last + 1, last + 4).findIndex(token => /^(?:is|was)$/.test(token.text))
      if (verb < 0) return found
      let next = last + verb + 2
      while (/^(?:now|also|currently|then|a|an|the)$/.test(tokens[next]?.text ?? "")) next++
      const end = endOfPhrase(tokens, next, sentence.lastToken)
      if (hasJobAsHead(tokens, next, end)) found.push([next, end])
      return found
    }
  }
  return found
}

/** The end of the noun phrase: a pause, a clause or a quotation mark. Commas within "Washington, D.C.-based" do not end it. */
function endOfPhrase(tokens: readonly Token[], first: number, limit: number): number {
  let at = first
  for (; at < Math.min(limit, first + LONGEST); at++) {
    const token = tokens[at]!
    if (/^[.;:()—–"“”»]$/.test(token.text) || CLAUSE.test(token.text)) break
    if (token.text === "," && !/^D\.C\.$/.test(tokens[at + 1]?.text ?? "")) break
    if (token.upos === "VERB" && /^(?:VBD|VBZ|VBP)$/.test(token.xpos)) break
    if (token.text === "and" && /^(?:a|an|the|former)$/.test(tokens[at + 1]?.text ?? "")) break
  }
  return at
}

/** Whether the noun before the first preposition is a job: "scholar" of "a terrorism scholar at the council". */
function hasJobAsHead(tokens: readonly Token[], first: number, last: number): boolean {
  let head: Token | undefined
  for (let at = first; at < last; at++) {
    const token = tokens[at]!
    if (token.upos === "ADP" || token.upos === "SCONJ") break
    if (/^(?:NOUN|PROPN)$/.test(token.upos) || personNouns.has(token.lemma)) head = token
  }
  return (
    head !== undefined &&
    (personNouns.has(head.lemma.toLowerCase()) || titles.has(bare(head.text))) &&
    head.xpos !== "NNS"
  )
}

/** The fullest name of the last body named in the role. */
function organizationIn(
  { report }: EntityParts,
  others: readonly Draft[],
  span: { start: number; end: number },
): string | undefined {
  for (const other of others) {
    if (other.type !== "organization" && other.type !== "armed-group") continue
    const inside = other.mentions.find(
      mention => mention.form === "name" && span.start <= mention.start && mention.end <= span.end,
    )
    if (inside) return report.text.slice(inside.start, inside.end).replace(/\s+/g, " ")
  }
  return undefined
}
