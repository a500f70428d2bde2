import { isToldBy } from "./casualties/place-casualties.ts"
import { type Context, sentenceOf } from "./context.ts"
import { addFill, type Draft, fillsOf } from "./draft.ts"
import { distance, isBelow, objectsOf, subjectsOf } from "./grammar.ts"
import { isDefinite, isKillVerb, rootOf } from "./kinds.ts"

/** "Gunmen killed 12 people in an attack on a hotel" is one event: the draft that only says "killed" gives its doer away and goes. */
export function absorbKillVerbs(context: Context, drafts: readonly Draft[]): Draft[] {
  return drafts.filter(draft => {
    if (!isKillVerb(draft)) return true
    // The casualties went to another event of the sentence: that one tells how.
    const host = drafts.find(
      other =>
        other !== draft &&
        !isKillVerb(other) &&
        rootOf(context, other.frame.type) === "attack" &&
        other.trigger.sentence === draft.trigger.sentence &&
        fillsOf(other, "killed", "wounded").length > 0 &&
        fillsOf(draft, "killed", "wounded").length === 0 &&
        (distance(context, draft.trigger, other.trigger) <= 8 || isToldBy(context, other, draft.trigger)),
    )
    if (!host) return true
    for (const fill of fillsOf(draft, "perpetrator", "perpetrators-count", "weapon"))
      if (fillsOf(host, fill.slot).length === 0) addFill(host, fill)
    return false
  })
}

/** "A car bomb exploded", "the attack targeted a school": the noun names the event, the verb only says that it was. */
export function absorbVerbOfNoun(context: Context, drafts: readonly Draft[]): Draft[] {
  const gone = new Set<Draft>()
  for (const noun of drafts) {
    if (noun.frame.pos !== "noun") continue
    for (const verb of drafts) {
      if (
        verb.frame.pos !== "verb" ||
        rootOf(context, verb.frame.type) !== rootOf(context, noun.frame.type) ||
        gone.has(verb) ||
        verb.trigger.sentence !== noun.trigger.sentence
      )
        continue
      const around = [...subjectsOf(context, verb.trigger), ...objectsOf(context, verb.trigger)]
      const behind = isParticipleBehind(context, noun, verb)
      if (!around.includes(noun.trigger) && !behind) continue
      gone.add(verb)
      noun.carriers.add(verb.trigger.index)
      // What the parser hung on a participle that belongs to the noun stands before the noun and is not its own.
      if (behind) verb.fills = verb.fills.filter(fill => verb.trigger.index < fill.token)
      for (const fill of verb.fills)
        if (
          !(fill.slot === "target" && isKillVerb(verb)) &&
          fill.token !== noun.trigger.index &&
          fillsOf(noun, fill.slot).length === 0
        )
          addFill(noun, fill)
      if (noun.subtype === "attack" && !isKillVerb(verb)) noun.subtype = verb.subtype
    }
  }
  return drafts.filter(draft => !gone.has(draft))
}

/** "a battle in Mosul, Iraq, fought by": only prepositions, places and times between the noun and the participle. */
function isParticipleBehind(context: Context, noun: Draft, verb: Draft): boolean {
  const { tokens } = context.analysis
  if (verb.trigger.xpos !== "VBN" || verb.trigger.index <= noun.trigger.index) return false
  if (tokens[verb.trigger.index + 1]?.text.toLowerCase() !== "by") return false
  return tokens
    .slice(noun.trigger.index + 1, verb.trigger.index)
    .every(
      token =>
        ["ADP", "DET", "PUNCT"].includes(token.upos) ||
        context.inPlace.has(token.index) ||
        context.inTime.has(token.index),
    )
}

/** "charged with murder": the word says what the charge is, not that there was one; "the bombing of the train" stays an event. */
export function absorbCharges(context: Context, drafts: readonly Draft[]): Draft[] {
  const charges = drafts.filter(draft => ["trial", "verdict"].includes(rootOf(context, draft.frame.type)))
  return drafts.filter(draft => {
    const charge = charges.find(
      each => each !== draft && fillsOf(each, "what").some(fill => fill.token === draft.trigger.index),
    )
    if (!charge || isDefinite(context, draft) || fillsOf(draft, "where", "killed", "wounded").length > 0) return true
    for (const fill of fillsOf(draft, "when")) if (fillsOf(charge, "when").length === 0) addFill(charge, fill)
    return false
  })
}

/** "plotting to attack a market on Sunday": the attack is what the plot is about; its target, place and day go to the plot. */
export function absorbPlotted(context: Context, drafts: readonly Draft[]): Draft[] {
  const gone = new Set<Draft>()
  for (const plot of drafts) {
    if (plot.frame.type !== "plot") continue
    for (const draft of drafts) {
      if (draft === plot || draft.trigger.sentence !== plot.trigger.sentence || gone.has(draft)) continue
      const what = fillsOf(plot, "what").some(
        fill => fill.token === draft.trigger.index || fill.token === draft.top.index,
      )
      const under =
        isBelow(context, draft.trigger, plot.trigger) &&
        distance(context, draft.trigger, plot.trigger) <= 3 &&
        draft.status !== "occurred"
      if (!what && !under) continue
      if (draft.frame.type === "plot") {
        // "plans" of a "plot": the outer word keeps what it has.
        if (!what) continue
      } else if (!["attack", "overthrow"].includes(rootOf(context, draft.frame.type))) continue
      gone.add(draft)
      for (const fill of draft.fills) {
        if (fill.slot === "when" || fill.slot === "planned-for") addFill(plot, { ...fill, slot: "planned-for" })
        else if (
          ["where", "target", "weapon", "perpetrator", "perpetrators-count"].includes(fill.slot) &&
          fillsOf(plot, fill.slot).length === 0
        )
          addFill(plot, fill)
      }
      // "plans to attack a hall" are one plot; "plotting attacks" are several.
      plot.plural = draft.plural
      if (["foiled", "alleged"].includes(draft.status) && plot.status === "planned" && draft.statusSpan) {
        plot.status = draft.status
        plot.statusSpan = draft.statusSpan
      }
    }
  }
  return drafts.filter(draft => !gone.has(draft))
}

/** "threatened to attack embassies": the attack tells that it is a threat; "threatened" alone is left where nothing says of what. */
export function absorbThreats(context: Context, drafts: readonly Draft[]): Draft[] {
  return drafts.filter(
    threat =>
      threat.frame.type !== "threat" ||
      !drafts.some(
        draft =>
          draft !== threat &&
          draft.trigger.sentence === threat.trigger.sentence &&
          draft.status !== "occurred" &&
          isBelow(context, draft.trigger, threat.trigger),
      ),
  )
}

/** "accused the army of shelling the camp": the shelling tells who is blamed and who denies it; the words alone are left where nothing else is told. */
export function absorbWords(context: Context, drafts: readonly Draft[]): Draft[] {
  const isWords = (draft: Draft) => familyOf(context, draft) === "words"
  return drafts.filter(
    words =>
      !isWords(words) ||
      !drafts.some(
        other =>
          !isWords(other) &&
          other.trigger.sentence === words.trigger.sentence &&
          (isBelow(context, other.trigger, words.trigger) ||
            other.fills.some(fill => fill.slot === "blamed-on" || fill.status === "denied")),
      ),
  )
}

function familyOf(context: Context, draft: Draft): string | undefined {
  return context.pack.types.find(type => type.key === rootOf(context, draft.frame.type))?.family
}

/** Takes out what was only worth keeping as a retelling, and what is no event when it did not happen: "could be arrested". */
export function dropUnlinked(context: Context, drafts: readonly Draft[]): Draft[] {
  const linkedTo = new Set(drafts.flatMap(draft => (draft.sameAs ? [draft.sameAs] : [])))
  return drafts.filter(draft => {
    if (sentenceOf(context, draft.trigger).block.label === "credit") return false
    if (familyOf(context, draft) !== "violence" && ["hypothetical", "negated"].includes(draft.status)) return false
    if (draft.frame.gate !== "reference" && !draft.needsAnchor) return true
    return (
      draft.sameAs !== undefined || linkedTo.has(draft) || fillsOf(draft, "killed", "wounded", "claimed-by").length > 0
    )
  })
}
