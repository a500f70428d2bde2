import { idOf } from "../../core/id.ts"
import type { Pack } from "../../core/pack.ts"
import type { Outcome } from "../../core/problem.ts"
import type { Attribution, EventMention, SlotFill } from "../../core/reading.ts"
import type { Trace } from "../../core/rules.ts"
import { contains, cover, evidenceAt, type Span } from "../../core/span.ts"
import type { Analysis, Token } from "../../english/analysis.ts"
import { attachCircumstances } from "./attach-circumstances.ts"
import type { Casualty } from "./casualties/count-casualties.ts"
import { findCasualties } from "./casualties/find-casualties.ts"
import { placeCasualties } from "./casualties/place-casualties.ts"
import { settleTolls } from "./casualties/settle-tolls.ts"
import { settleShot } from "./casualties/shot-people.ts"
import { type Context, isIn, openContext, sentenceOf, sibling, tokensOf } from "./context.ts"
import { continueTellings } from "./continue-tellings.ts"
import { type Draft, type Fill, fillsOf } from "./draft.ts"
import { fillRoles } from "./fill-roles.ts"
import { fillSeries } from "./fill-series.ts"
import { fillStruck } from "./fill-struck.ts"
import { findAttribution, named } from "./find-attribution.ts"
import { isBackground } from "./find-background.ts"
import { type Positions, positionsOf } from "./find-positions.ts"
import { isQuestion, setStatus } from "./find-status.ts"
import { findTriggers } from "./find-triggers.ts"
import { isEvent, isRuledOut } from "./gates.ts"
import { below, isVerb, phraseOf, rowAfter } from "./grammar.ts"
import { rootOf } from "./kinds.ts"
import { linkRetellings } from "./link-retellings.ts"
import {
  absorbCharges,
  absorbKillVerbs,
  absorbPlotted,
  absorbThreats,
  absorbVerbOfNoun,
  absorbWords,
  dropUnlinked,
} from "./merge-drafts.ts"
import { placeClaims } from "./place-claims.ts"
import { settleTimes } from "./settle-times.ts"
import { splitByPlace } from "./split-places.ts"
import { traceFills } from "./trace-fills.ts"
import { withdrawBlame } from "./withdraw-blame.ts"

/** All event mentions of one report, in the order of their triggers. Never throws on odd text. */
export function findEvents(analysis: Analysis, pack: Pack, trace?: Trace): Outcome<EventMention[]> {
  const context = openContext(analysis, pack, trace)
  const candidates = findTriggers(context)
  const casualties = analysis.sentences.flatMap(sentence => findCasualties(context, sentence))
  let drafts = absorbVerbOfNoun(context, keepEvents(context, candidates, casualties))
  placeCasualties(context, casualties, drafts)
  drafts = absorbKillVerbs(context, drafts)
  for (const draft of drafts) setStatus(context, draft)
  attachCircumstances(context, drafts)
  for (const draft of drafts) setStatus(context, draft)
  drafts = absorbThreats(context, absorbCharges(context, absorbPlotted(context, drafts)))
  drafts = absorbWords(context, placeClaims(context, drafts))
  withdrawBlame(context, drafts)
  for (const draft of drafts) fillStruck(context, draft)
  fillSeries(context, drafts)
  attachCircumstances(context, drafts)
  drafts = splitByPlace(context, drafts)
  for (const draft of drafts) finish(context, draft)
  linkRetellings(context, drafts)
  continueTellings(context, drafts)
  settleShot(context, drafts)
  settleTolls(context, drafts, casualties)
  settleTimes(context, drafts)
  drafts = dropUnlinked(context, drafts)
  traceFills(context, candidates, drafts)
  drafts.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.part ?? 0) - (b.part ?? 0))
  const ids = new Map(
    drafts.map(draft => {
      const { start, end } = draft.span
      return [draft, idOf(analysis.report.id, "event", draft.subtype, start, end, ...(draft.part ? [draft.part] : []))]
    }),
  )
  return { value: drafts.map(draft => mentionOf(context, draft, ids)), problems: [] }
}

/** Lets each word be at most one event: the first of its frames that gets through the gates. */
function keepEvents(context: Context, candidates: Draft[], casualties: readonly Casualty[]): Draft[] {
  const triggers = new Set(candidates.map(draft => draft.trigger.index))
  const positions = new Map<Draft, Positions>()
  for (const draft of candidates) {
    const found = positionsOf(context, draft, token => triggers.has(token.index))
    positions.set(draft, found)
    fillRoles(context, draft, found)
  }
  // The gates ask for casualties, place and time, so these are laid out for all candidates first and again for those that stay.
  // A word in another sense takes none of them away from the others.
  const open = candidates.filter(draft => !isRuledOut(context, draft, positions.get(draft)!))
  const before = new Map(candidates.map(draft => [draft, [...draft.fills]]))
  placeCasualties(context, casualties, open)
  attachCircumstances(context, open)
  const kept: Draft[] = []
  for (const draft of candidates)
    if (!kept.some(other => isSameWord(other, draft)) && isEvent(context, draft, positions.get(draft)!))
      kept.push(draft)
  for (const draft of kept) draft.fills = before.get(draft)!
  return withoutBareWounds(context, kept)
}

/** "suffered a gunshot wound" tells of a shooting only where the report tells of it in no other words. */
function withoutBareWounds(context: Context, drafts: readonly Draft[]): Draft[] {
  const isWound = (draft: Draft) => draft.frame.id === "gunshot-wound"
  const told = drafts.some(
    draft =>
      !isWound(draft) &&
      !draft.needsAnchor &&
      draft.frame.gate !== "reference" &&
      rootOf(context, draft.frame.type) === "attack",
  )
  return drafts.filter(draft => !isWound(draft) || !told)
}

function isSameWord(one: Draft, other: Draft): boolean {
  return one.span.start < other.span.end && other.span.start < one.span.end
}

/** What an event that did not happen cannot have done. */
const HARM: ReadonlySet<string> = new Set(["killed", "wounded", "missing", "hostages", "arrested"])

/** Who says so, whether it is background, and whether several are told as one. */
function finish(context: Context, draft: Draft): void {
  // "The group said it was behind the attack" tells who claims it, not who tells of it.
  const claimed =
    below(context, draft.trigger, "cop").length > 0 &&
    below(context, draft.trigger, "case").some(child => child.lemma === "behind")
  draft.attribution = claimed ? [] : attributionOf(context, draft)
  // Who says that it did it itself claims it.
  const speakers = new Set(draft.attribution.flatMap(by => by.entityId ?? []))
  draft.fills = draft.fills.map(fill =>
    fill.slot === "perpetrator" &&
    fill.status === undefined &&
    fill.attribution === undefined &&
    fill.value.kind === "entity" &&
    speakers.has(fill.value.entityId)
      ? { ...fill, slot: "claimed-by" }
      : fill,
  )
  // Who was killed or hurt did not do it, unless the words say that he is armed: "the bomber was killed".
  const harmed = fillsOf(draft, "killed", "wounded", "hostages")
  draft.fills = draft.fills.filter(
    fill =>
      !(fill.slot === "perpetrator" || fill.slot === "perpetrators-count") ||
      isIn(context, context.analysis.tokens[fill.token] ?? draft.trigger, "armed-agents") ||
      !harmed.some(other => other.span.start < fill.span.end && fill.span.start < other.span.end),
  )
  if (isQuestion(context, draft) && draft.status === "occurred") draft.status = "hypothetical"
  if (draft.status === "negated") draft.fills = draft.fills.filter(fill => !HARM.has(fill.slot))
  draft.background = isBackground(context, draft)
  const days = fillsOf(draft, "when").filter(
    fill => fill.value.kind === "time" && ["day", "daypart", "hour", "instant"].includes(fill.value.precision),
  )
  if (draft.plural && (0 < days.length || diedThere(draft)) && fillsOf(draft, "where").length < 2) draft.plural = false
  if (isGeneric(context, draft)) draft.plural = true
  if (draft.status === "occurred" && isVerb(draft.trigger) && isHabit(context, draft)) draft.plural = true
}

/** Who says so. "Police announced the arrest": who announces it tells it. */
function attributionOf(context: Context, draft: Draft): Attribution[] {
  const found = findAttribution(context, draft.top, draft.status)
  const isTold = draft.top !== draft.trigger && ["announce", "report"].includes(draft.top.lemma)
  if (0 < found.length || !isTold || rootOf(context, draft.frame.type) !== "arrest") return found
  return named(context, draft.top) ?? []
}

/** "Ana Diaz was killed in clashes near Turin in May": nobody dies twice, so one of them is meant. */
function diedThere(draft: Draft): boolean {
  const one = fillsOf(draft, "killed").some(({ value }) => value.kind === "count" && value.high === 1)
  return one && fillsOf(draft, "where").length === 1 && fillsOf(draft, "when").length === 1
}

/** "immigrants who have been convicted": people in the plural without a number, a day or a place are no single case. */
function isGeneric(context: Context, draft: Draft): boolean {
  if (["attack", "clash"].includes(rootOf(context, draft.frame.type)) || !isVerb(draft.trigger)) return false
  if (fillsOf(draft, "when", "where", "arrested", "agent").length > 0) return false
  const targets = fillsOf(draft, "target").map(fill => context.analysis.tokens[fill.token])
  return targets.some(
    token => token?.xpos === "NNS" && below(context, token, "det", "nummod", "nmod:poss").length === 0,
  )
}

/** "have been attacking", "attacked mosques and markets": no single deed. */
function isHabit(context: Context, draft: Draft): boolean {
  const { trigger } = draft
  const has = below(context, trigger, "aux").map(child => child.lemma)
  if (trigger.xpos === "VBG" && (has.includes("have") || sibling(context, trigger, -1)?.text.toLowerCase() === "been"))
    return true
  if (trigger.xpos === "VBN" && has.includes("have") && draft.frame.gate === "hard")
    return fillsOf(draft, "killed", "when", "where").every(isSpell)
  const family = context.pack.types.find(type => type.key === rootOf(context, draft.frame.type))?.family
  if (family !== "violence") return false
  if ((trigger.xpos === "VBZ" || trigger.xpos === "VBP") && has.length === 0 && !isHeadline(context, trigger))
    return fillsOf(draft, "killed", "when").length === 0
  return false
}

/** "in the past decade", "in recent years": a stretch in which many may fall. */
function isSpell({ value }: Fill): boolean {
  return value.kind === "time" && /(?:decades?|years|months|weeks)$/.test(value.text)
}

/** A title, or a line without a full stop: "Gunmen storm hotel in Mogadishu" tells of one deed in the present tense. */
function isHeadline(context: Context, token: Token): boolean {
  const sentence = sentenceOf(context, token)
  return sentence.block.label === "title" || tokensOf(context, sentence).at(-1)?.upos !== "PUNCT"
}

function mentionOf(context: Context, draft: Draft, ids: ReadonlyMap<Draft, string>): EventMention {
  const { report } = context.analysis
  const type = rootOf(context, draft.frame.type)
  const sentence = sentenceOf(context, draft.trigger)
  const fills: SlotFill[] = draft.fills
    .map(fill => ({
      slot: fill.slot,
      value: fill.value,
      evidence: evidenceAt(report, fill.span),
      attribution: fill.attribution ?? draft.attribution,
      ...(fill.status === undefined || fill.status === draft.status ? {} : { status: fill.status }),
      ...(fill.parts ? { parts: fill.parts.map(span => evidenceAt(report, span)) } : {}),
      rule: fill.rule,
    }))
    .sort(
      (a, b) =>
        a.evidence.span.start - b.evidence.span.start ||
        a.evidence.span.end - b.evidence.span.end ||
        (a.slot < b.slot ? -1 : a.slot > b.slot ? 1 : 0),
    )
  const attribution: readonly Attribution[] = draft.attribution
  return {
    id: ids.get(draft)!,
    reportId: report.id,
    type,
    ...(draft.subtype === type ? {} : { subtype: draft.subtype }),
    status: draft.status,
    ...(draft.statusSpan && draft.status !== "occurred"
      ? { statusEvidence: evidenceAt(report, draft.statusSpan) }
      : {}),
    background: draft.background,
    trigger: evidenceAt(report, draft.span),
    description: evidenceAt(report, describe(context, draft)),
    sentence: { start: sentence.start, end: sentence.end },
    fills,
    attribution,
    ...(draft.sameAs ? { sameAs: ids.get(draft.sameAs)! } : {}),
    plural: draft.plural,
    rule: draft.rule,
  }
}

/** The noun phrase with its row of prepositions, or the verb with what it is done to. */
function describe(context: Context, draft: Draft): Span {
  const sentence = sentenceOf(context, draft.trigger)
  let span: Span = cover(draft.span, draft.frame.pos === "noun" ? phraseOf(context, draft.trigger) : draft.span)
  const parts: Span[] =
    draft.frame.pos === "noun"
      ? rowAfter(context, draft.trigger, (token: Token) => isIn(context, token, "attack-words")).map(([, token]) =>
          phraseOf(context, token),
        )
      : fillsOf(draft, "target", "perpetrator", "agent").map(fill => fill.span)
  for (const part of parts) {
    const wider = cover(span, part)
    if (contains(sentence, wider) && wider.end - wider.start <= 160) span = wider
  }
  return span
}
