import type { Outcome } from "../../core/problem.ts"
import type { ProfileFill, Statement } from "../../core/reading.ts"
import type { Trace } from "../../core/rules.ts"
import { contains } from "../../core/span.ts"
import type { SpeechPack } from "../../core/speech-pack.ts"
import type { Analysis } from "../../english/analysis.ts"
import type { Found, Place } from "./context.ts"
import { ageOfBody, founding, namedAfter, splitFrom } from "./founding.ts"
import { leadership, roles } from "./leadership.ts"
import { rewards, sanctions } from "./measures.ts"
import { setWords } from "./patterns.ts"
import { sheet } from "./sheet.ts"
import { area, peak, strength } from "./size-and-area.ts"
import { strengthWords } from "./strength-words.ts"
import { founderNamed, leadsGroup, succession } from "./succession.ts"
import { otherNames, ties } from "./ties.ts"

const RULES: readonly ((place: Place) => Found[])[] = [
  founding,
  splitFrom,
  ageOfBody,
  namedAfter,
  founderNamed,
  leadership,
  leadsGroup,
  succession,
  strength,
  strengthWords,
  peak,
  area,
  sheet,
  ties,
  otherNames,
  rewards,
  sanctions,
  setWords,
  roles,
]

/** Properties of organizations, armed groups and people as this report gives them, in order of their words. What lies in a statement is attributed to its speaker. */
export function findProfiles(
  analysis: Analysis,
  statements: readonly Statement[],
  pack: SpeechPack,
  trace?: Trace,
): Outcome<ProfileFill[]> {
  const all: ProfileFill[] = []
  for (const sentence of analysis.sentences) {
    if (sentence.block.label === "credit" || sentence.block.label === "byline" || sentence.block.label === "dateline")
      continue
    const place: Place = {
      analysis,
      sentence,
      tokens: analysis.tokens.slice(sentence.firstToken, sentence.lastToken),
      mentions: analysis.mentions.filter(mention => contains(sentence, mention)),
      words: pack.profiles,
    }
    const declined: string[] = []
    for (const rule of RULES) {
      const given = rule(place)
      if (given.length === 0) declined.push(rule.name)
      for (const one of given) {
        trace?.({ ruleset: "profiles", at: one.evidence.span, rule: one.rule, declined: [...declined] })
        all.push({ ...one, attribution: one.slot === "role" ? [] : attributionOf(one, statements) })
      }
    }
  }
  const seen = new Set<string>()
  const value = all.filter(one => {
    const what = one.value.kind === "entity" ? one.value.entityId : one.value.text
    const key = `${one.entityId}|${one.slot}|${what}|${one.evidence.span.start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return {
    value: value.sort((a, b) => a.evidence.span.start - b.evidence.span.start || a.slot.localeCompare(b.slot, "en")),
    problems: [],
  }
}

/** The speaker whose words these are; nobody when the report says it itself. */
function attributionOf(one: Found, statements: readonly Statement[]): ProfileFill["attribution"] {
  const at = one.value.text
  const inside = statements.filter(statement =>
    statement.evidence.some(
      evidence =>
        contains(evidence.span, one.evidence.span) ||
        (contains(one.evidence.span, evidence.span) && evidence.text.includes(at)),
    ),
  )
  const inner = inside.at(-1)
  if (!inner) return []
  const { speaker } = inner
  return [
    ...inner.via,
    {
      kind: speaker.anonymous ? "anonymous" : "person",
      name: speaker.name,
      ...(speaker.entityId && { entityId: speaker.entityId }),
      ...(speaker.evidence && { evidence: speaker.evidence }),
    },
  ]
}
