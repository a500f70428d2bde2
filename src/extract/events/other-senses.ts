import type { Token } from "../../english/analysis.ts"
import { headOf } from "../../english/tree.ts"
import { type Context, isIn, sentenceOf, tokensOf, wordsOf } from "./context.ts"
import { type Draft, fillsOf } from "./draft.ts"
import type { Positions } from "./find-positions.ts"
import { below, prepositionOf } from "./grammar.ts"
import { rootOf } from "./kinds.ts"

// Gates that know a word in another sense: what it stands with makes it no event.

/** A draft that may be no event, with who and what stands around it. */
export interface Doubt {
  readonly context: Context
  readonly draft: Draft
  readonly positions: Positions
}

/** "accidentally shot himself", "an accidental shooting": nobody films or plays by accident. */
export function accident({ draft }: Doubt): "event" | undefined {
  return draft.subtype === "accidental-shooting" && draft.frame.type === "shooting" ? "event" : undefined
}

/** "heart attack", "opened fire" on a budget, "go on trial" of a drug. */
export function otherReading({ context, draft, positions }: Doubt): "nothing" | undefined {
  const not = new Set(draft.frame.not)
  const near = [
    ...(positions.get("modifier") ?? []),
    ...(positions.get("object") ?? []),
    ...(positions.get("subject") ?? []),
    ...(positions.get("for") ?? []),
    ...(positions.get("with") ?? []),
    ...(positions.get("to") ?? []),
    ...(positions.get("from") ?? []),
    ...(positions.get("top") ?? []),
    ...(draft.frame.pos === "verb" || draft.frame.roles.of === "what" ? (positions.get("of") ?? []) : []),
    ...below(context, draft.trigger, "compound", "amod", "nmod:poss"),
  ]
  if (near.some(token => wordsOf(context, token).some(word => not.has(word)))) return "nothing"
  const adjacent = context.analysis.tokens[draft.trigger.index - 1]
  if (
    draft.frame.pos === "noun" &&
    adjacent?.sentence === draft.trigger.sentence &&
    wordsOf(context, adjacent)
      .slice(0, 2)
      .some(word => not.has(word))
  )
    return "nothing"
  if (draft.frame.pos === "verb")
    for (const token of tokensOf(context, sentenceOf(context, draft.trigger)))
      if (
        not.has(token.text.toLowerCase()) &&
        // "bombed out of the cup": the particle right behind, whatever the arc.
        ((token.head === draft.trigger.index && (token.deprel === "compound:prt" || token.deprel === "advmod")) ||
          (token.index === draft.trigger.index + 1 && token.upos === "ADP"))
      )
        return "nothing"
  if (isOtherSense(context, draft, positions)) return "nothing"
  if (
    draft.frame.type === "attack" &&
    draft.frame.pos === "noun" &&
    (positions.get("modifier") ?? []).some(token => isIn(context, token, "not-attack-modifiers"))
  )
    return "nothing"
  return undefined
}

/** "a coup for the museum", "it was a coup": a success. "the attack he made": words. "demonstrated that it works": showed. */
function isOtherSense(context: Context, draft: Draft, positions: Positions): boolean {
  const { trigger } = draft
  if (draft.frame.id === "coup-noun")
    return positions.has("for") || positions.has("over") || below(context, trigger, "cop").length > 0
  if (draft.frame.id === "attack-noun")
    return below(context, trigger, "acl:relcl").some(child => child.lemma === "make")
  // "British withdrawal from the European Union": a member leaves, no troops.
  if (draft.frame.id === "withdrawal-noun")
    return (positions.get("from") ?? []).some(token => context.mentions.get(token.index)?.type === "organization")
  if (draft.frame.id === "rally-meeting-noun") return isCandidates(context, draft, positions)
  if (draft.frame.type === "territory-gain" && trigger.lemma === "capture") return isElected(context, positions)
  return trigger.lemma === "demonstrate" && below(context, trigger, "ccomp", "obj").length > 0
}

/** "a Diaz rally", "the senator's rally": one person's is a campaign's. */
function isCandidates(context: Context, { trigger }: Draft, positions: Positions): boolean {
  const owners = [...(positions.get("subject") ?? []), ...below(context, trigger, "compound", "nmod:poss")]
  return owners.some(token => isPerson(context, token))
}

/** "Diaz captured Iowa", "he captured the state": won its votes. Of somebody in arms the rule says nothing. */
function isElected(context: Context, positions: Positions): boolean {
  const subjects = positions.get("subject") ?? []
  const armed = ["military-agents", "armed-agents", "troop-nouns"]
  return subjects.some(
    token =>
      isPerson(context, token) &&
      ![token, ...below(context, token, "compound", "appos")].some(each =>
        armed.some(name => isIn(context, each, name)),
      ),
  )
}

function isPerson(context: Context, token: Token): boolean {
  return context.mentions.get(token.index)?.type === "person" || /^(?:he|she)$/i.test(token.text)
}

/** "all people arrested", "every migrant we detain": whoever it may be. */
export function anybody({ context, draft }: Doubt): "nothing" | undefined {
  const tokens = fillsOf(draft, "target").map(fill => context.analysis.tokens[fill.token])
  const any = tokens.some(
    token =>
      token !== undefined &&
      isIn(context, token, "people") &&
      below(context, token, "det").some(child => ["all", "every", "any", "each", "no"].includes(child.lemma)) &&
      fillsOf(draft, "killed", "wounded", "arrested").length === 0,
  )
  return any && rootOf(context, draft.frame.type) !== "attack" ? "nothing" : undefined
}

/** "a warrant for his arrest", "information leading to the arrest of": nobody has been arrested. */
export function wanted({ context, draft }: Doubt): "nothing" | undefined {
  if (draft.frame.pos !== "noun" || rootOf(context, draft.frame.type) !== "arrest") return undefined
  const head = headOf(context.analysis, draft.trigger)
  const lead = head !== undefined && head.lemma === "lead" && head.xpos === "VBG"
  return head &&
    (lead || isIn(context, head, "wanted-words")) &&
    ["for", "to"].includes(prepositionOf(context, draft.trigger))
    ? "nothing"
    : undefined
}

/** "the tenth anniversary of the bombing". */
export function anniversary({ context, draft }: Doubt): "nothing" | undefined {
  // With its own place or dead it is an event of the past that the report tells.
  if (fillsOf(draft, "where", "killed").length > 0) return undefined
  const head = headOf(context.analysis, draft.trigger)
  const preposition = prepositionOf(context, draft.trigger)
  if (head && isIn(context, head, "memorials") && ["of", "to", "for", "since"].includes(preposition)) return "nothing"
  return head &&
    (head.lemma === "mark" || head.lemma === "commemorate") &&
    preposition === "" &&
    draft.frame.pos === "noun"
    ? "nothing"
    : undefined
}
