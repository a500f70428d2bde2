import { idOf } from "../../core/id.ts"
import type { Outcome } from "../../core/problem.ts"
import type { Attribution, Statement } from "../../core/reading.ts"
import type { Trace } from "../../core/rules.ts"
import { contains, type Evidence, evidenceAt } from "../../core/span.ts"
import type { SpeechPack } from "../../core/speech-pack.ts"
import type { Analysis } from "../../english/analysis.ts"
import { childrenOf } from "../../english/tree.ts"
import { addAttributions } from "./attributions/add-attributions.ts"
import { attributionModel } from "./attributions/model.ts"
import { citedSource } from "./cited-source.ts"
import { type CueClasses, cueClassesOf, isEvidence, modeOfVerb } from "./cue-classes.ts"
import type { Content, CueClause } from "./cue-clause.ts"
import { contentSpan, type Draft } from "./draft.ts"
import { type Circumstances, findCircumstances } from "./find-circumstances.ts"
import { findContent } from "./find-content.ts"
import { type Cue, findCues, isParticiple } from "./find-cues.ts"
import { findSource } from "./find-source.ts"
import { fromHeadline } from "./from-headline.ts"
import { fromSource } from "./from-source.ts"
import { joinQuotations } from "./join-quotations.ts"
import { kindOf } from "./kind-of.ts"
import { mediumOf } from "./media.ts"
import { isQuoteMark, type Passage, type Passages, passagesOf } from "./passages.ts"
import { type NounPhrase, nounPhraseAt, spanOfRange } from "./phrase.ts"
import { resolveSpeaker, type Speaker } from "./resolve-speaker.ts"
import { sourceExtent, wholePhrase } from "./source-extent.ts"
import type { Source } from "./source-phrase.ts"
import { type SpeechWords, speechWordsOf } from "./speech-words.ts"

/**
 * All words given to a speaker and all that is told of his mind, in order of their first word. Each has a speaker; words without one are none.
 * `learned`: whether scorers go on where the rules end; what they find has a score.
 */
export function findStatements(
  analysis: Analysis,
  pack: SpeechPack,
  trace?: Trace,
  { learned = true }: { readonly learned?: boolean } = {},
): Outcome<Statement[]> {
  const words = speechWordsOf(pack)
  const classes = cueClassesOf(pack)
  const within = passagesOf(analysis)
  const drafts: Draft[] = []
  for (const passage of within.passages) {
    const clauses = clausesOf(within, passage, words)
    for (const clause of clauses) {
      const at = spanOfRange(analysis, clause.cue)
      const content = findContent(within, passage, clause, clauses)
      if (content) drafts.push({ passage, clause, ranges: [...content.ranges], rule: ruleOf(clause, content) })
      else {
        const before =
          joinQuotations.before(within, passage, clause) ?? joinQuotations.behindColon(within, passage, clause)
        if (before) drafts.push({ passage, clause, ranges: [before], rule: "quotationBefore" })
      }
      trace?.({
        ruleset: "statements",
        at,
        rule: drafts.at(-1)?.clause === clause ? drafts.at(-1)!.rule : null,
        declined: [clause.source.rule],
      })
    }
  }
  const withCue = new Set(drafts.map(draft => draft.passage.index))
  for (const draft of drafts) draft.ranges.unshift(...joinQuotations.opening(within, draft, at => withCue.has(at)))
  joinQuotations.after(within, drafts, withCue)
  const statements = withoutNobody(
    drafts
      .map(draft => statementOf(within, draft, drafts, words, classes))
      .filter(statement => statement !== undefined),
  )
  statements.push(...fromSource(within, words))
  statements.push(...fromHeadline(within, words, statements))
  if (learned) statements.push(...addAttributions(within, words, classes, statements, attributionModel()))
  const sorted = withoutDoubles(statements).sort(
    (a, b) =>
      a.evidence[0]!.span.start - b.evidence[0]!.span.start ||
      b.evidence.at(-1)!.span.end - a.evidence.at(-1)!.span.end,
  )
  return { value: sorted.map(statement => withVia(statement, sorted, words)), problems: [] }
}

function ruleOf(clause: CueClause, content: Content): string {
  return `${content.rule}/${clause.source.rule}`
}

/** The cue clauses of a passage: each cue with its source. A cue without a source is dropped. */
function clausesOf(within: Passages, passage: Passage, words: SpeechWords): CueClause[] {
  const clauses: CueClause[] = []
  for (const cue of findCues(within, passage, words)) {
    const before = clauses.at(-1)
    // "said the men were known, adding that": whoever adds something has said something before, wherever the parse hangs it.
    const adds =
      cue.verb.lemma === "add" && isParticiple(cue.token) ? sameSpeaker(within, passage, cue, before) : undefined
    const source = adds ?? findSource(within, passage, cue, words) ?? sameSpeaker(within, passage, cue, before)
    if (!source) continue
    const circumstances = withWholeSource(within, cue, source, findCircumstances(within, passage, cue, source, words))
    const isLeft = source.side === "left" && source.phrase.first < cue.first
    clauses.push({
      cue,
      source,
      circumstances,
      first: isLeft ? (source.first ?? source.phrase.first) : cue.first,
      last: circumstances.last,
    })
  }
  return clauses
}

/** "According to a report published in June, ...": all that names the source stands before what it says. */
function withWholeSource(within: Passages, cue: Cue, source: Source, found: Circumstances): Circumstances {
  if (cue.kind !== "according" || source.side !== "right") return found
  let { last } = wholePhrase(within, source.phrase, [])
  while (within.analysis.tokens[last - 1]!.upos === "PUNCT") last--
  return last <= found.last || !/^[,.;]$/.test(within.analysis.tokens[last]?.text ?? ".") ? found : { ...found, last }
}

/** `“...,” he said, adding that`: a participle behind a comma or a mark without a source of its own has the one before it. */
function sameSpeaker(within: Passages, passage: Passage, cue: Cue, before: CueClause | undefined): Source | undefined {
  const mark = within.analysis.tokens[cue.first - 1]
  if (before && goesOnSaying(within, passage, cue, before))
    return { phrase: before.source.phrase, side: "inherited", rule: "sameSubject" }
  if (!before || !isParticiple(cue.token) || !mark || !(mark.text === "," || isQuoteMark(mark.text))) return undefined
  return { phrase: before.source.phrase, side: "inherited", rule: "sameSpeaker" }
}

/** "He said it was late and said that": a second verb of speech in the same tense, without a subject of its own. */
function goesOnSaying({ analysis }: Passages, passage: Passage, cue: Cue, before: CueClause): boolean {
  return (
    cue.kind === "verb" &&
    before.cue.kind === "verb" &&
    before.source.side === "left" &&
    before.first <= passage.first + 3 &&
    /^VB[DZP]$/.test(cue.token.xpos) &&
    cue.token.xpos === before.cue.token.xpos &&
    /^(?:and|but)$/i.test(analysis.tokens[cue.first - 1]?.text ?? "") &&
    childrenOf(analysis, cue.token, "nsubj").length === 0
  )
}

function statementOf(
  within: Passages,
  draft: Draft,
  drafts: readonly Draft[],
  words: SpeechWords,
  classes: CueClasses,
): Statement | undefined {
  const { analysis } = within
  const { report } = analysis
  const evidence: Evidence[] = []
  for (const range of draft.ranges) {
    const span = contentSpan(within, range)
    if (span) evidence.push(evidenceAt(report, span))
  }
  if (evidence.length === 0) return undefined
  const { clause } = draft
  const cited = citedSource(within, draft, words)
  const phrase = cited ?? nameOfBrokenSentence(within, draft) ?? clause.source.phrase
  const given = resolveSpeaker(within, phrase, words)
  const speaker = /^it$/i.test(given.name)
    ? (bodyBefore(within, draft) ?? speakerBefore(within, draft, drafts, words) ?? given)
    : given
  // Nobody is named by a word that stands for nobody in this report.
  if (/^(?:it|who|which|that)$/i.test(speaker.name)) return undefined
  const cue = evidenceAt(report, spanOfRange(analysis, clause.cue))
  const extent = sourceExtent(within, phrase, [clause.cue, ...draft.ranges])
  const { audience, venue, time } = clause.circumstances
  const via: Attribution[] = []
  if (cited) {
    const through = resolveSpeaker(within, clause.source.phrase, words)
    via.push({
      kind: mediumOf(through.name, words) ? "outlet" : "document",
      name: through.name,
      ...(through.entityId && { entityId: through.entityId }),
      ...(through.evidence && { evidence: through.evidence }),
    })
  }
  const heard = audience && evidenceAt(report, spanOfRange(analysis, audience))
  const place = venue && evidenceAt(report, spanOfRange(analysis, venue))
  const medium = heard && mediumOf(heard.text, words)
  if (medium) via.push({ kind: "outlet", name: medium.name, evidence: heard })
  return {
    id: idOf(report.id, "statement", ...evidence.flatMap(one => [one.span.start, one.span.end]), cue.span.start),
    reportId: report.id,
    ...kindAndMode(
      kindOf(analysis, evidence),
      clause.cue,
      within,
      classes,
      isEvidence(analysis.tokens[phrase.head]!, words),
    ),
    speaker: { ...speaker, given: evidenceAt(report, spanOfRange(analysis, extent)) },
    cue,
    ...(heard && { audience: { name: heard.text, evidence: heard } }),
    ...(place && { venue: { name: place.text, evidence: place } }),
    ...(time && { time: time.time }),
    text: evidence.map(one => one.text).join(" ... "),
    evidence,
    via,
    rule: draft.rule,
  }
}

/** `“...,” it wrote`: the body that is the subject of the sentence before, when it is the only body told of there. */
function bodyBefore(within: Passages, draft: Draft): Speaker | undefined {
  const { analysis } = within
  const before = within.passages[draft.passage.index - 1]
  if (
    !before ||
    before.blockIndex !== draft.passage.blockIndex ||
    !draft.ranges.some(range => 0 <= within.quoteOf[range.first]!)
  )
    return undefined
  const bodies = analysis.mentions.filter(
    mention =>
      before.first <= mention.headToken &&
      mention.headToken < before.last &&
      (mention.type === "armed-group" || mention.type === "organization"),
  )
  const isSubject = (token: number): boolean => {
    const { deprel, head } = analysis.tokens[token]!
    return /^nsubj/.test(deprel) || (deprel === "appos" && before.first <= head && isSubject(head))
  }
  const subject = bodies.find(mention => isSubject(mention.headToken))
  const entity = subject && analysis.entities[subject.entity]
  if (!entity || bodies.some(mention => mention.entity !== subject.entity && mention.type === subject.type))
    return undefined
  return {
    entityId: entity.id,
    name: entity.name,
    anonymous: false,
    evidence: evidenceAt(analysis.report, spanOfRange(analysis, draft.clause.source.phrase)),
  }
}

/** "The ministry confirmed it. It said in a statement that": the body that opens the sentence before as its only speaker. */
function speakerBefore(
  within: Passages,
  draft: Draft,
  drafts: readonly Draft[],
  words: SpeechWords,
): Speaker | undefined {
  const { analysis } = within
  const { passage, clause } = draft
  const before = within.passages[passage.index - 1]
  if (clause.source.phrase.head !== passage.first || before?.blockIndex !== passage.blockIndex) return undefined
  const others = drafts.filter(other => other.passage === before && other.clause.source.side !== "inherited")
  const source = others[0]?.clause.source
  if (others.length !== 1 || source?.side !== "left" || before.first + 3 < source.phrase.first) return undefined
  const head = analysis.tokens[source.phrase.head]!
  if (!words.bodies.has(head.text.toLowerCase())) return undefined
  const { role: _, ...speaker } = resolveSpeaker(within, source.phrase, words)
  return { ...speaker, evidence: evidenceAt(analysis.report, spanOfRange(analysis, clause.source.phrase)) }
}

/** `“...” said the envoy of the union. Ana Diaz, former minister.`: a name that a wrong stop cut off from its title. */
function nameOfBrokenSentence(within: Passages, draft: Draft): NounPhrase | undefined {
  const { analysis } = within
  const { source } = draft.clause
  const next = within.passages[draft.passage.index + 1]
  if (
    source.side !== "right" ||
    !next ||
    next.blockIndex !== draft.passage.blockIndex ||
    source.phrase.last + 2 < draft.passage.last
  )
    return undefined
  if (/^(PROPN|PRON)$/.test(analysis.tokens[source.phrase.head]!.upos)) return undefined
  const tokens = analysis.tokens.slice(next.first, next.last)
  if (tokens.some(token => token.upos === "AUX" || /^VB[DZP]$/.test(token.xpos))) return undefined
  const name = analysis.mentions.find(
    mention => mention.start === tokens[0]!.start && mention.type === "person" && mention.form === "name",
  )
  const last = name && tokens.findLast(token => token.end <= name.end)
  return last && { ...nounPhraseAt(analysis, last.index, next.first, next.last), first: next.first }
}

/** Quoted words are said, whatever the verb: `“We won,” he hoped`. */
function kindAndMode(
  kind: Statement["kind"],
  cue: Cue,
  { analysis }: Passages,
  classes: CueClasses,
  isOfEvidence: boolean,
): Pick<Statement, "kind" | "mode" | "strength"> {
  const noun = analysis.tokens[cue.last - 1]!.lemma
  const mode =
    kind === "direct" || cue.kind === "according" || cue.kind === "light-verb"
      ? "speech"
      : cue.kind === "noun"
        ? (classes.modesOf(noun, "nouns")[0] ?? "speech")
        : modeOfVerb(classes, cue.verb.lemma, isOfEvidence)
  const lemma = cue.kind === "verb" || cue.kind === "according" ? cue.verb.lemma : noun
  return { kind, mode, strength: classes.strengthOf(lemma) }
}

/** "Their lawyer said they denied it": a pronoun nobody could resolve, within another's words, is told with those. */
function withoutNobody(statements: readonly Statement[]): Statement[] {
  return statements.filter(statement => {
    const cue = statement.cue?.span
    if (!cue || !/^(?:they|he|she)$/i.test(statement.speaker.name)) return true
    return !statements.some(other => other !== statement && other.evidence.some(one => contains(one.span, cue)))
  })
}

/** Two cues may lead to the same words ("said, adding"): the first one stays. */
function withoutDoubles(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>()
  return statements.filter(statement => {
    const key = `${statement.speaker.entityId ?? statement.speaker.name}|${statement.evidence.map(one => `${one.span.start}-${one.span.end}`).join()}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Words within the words of an outlet or a document reach the reader through it. */
function withVia(statement: Statement, all: readonly Statement[], words: SpeechWords): Statement {
  const first = statement.evidence[0]!.span
  const outer = all.filter(
    other =>
      other !== statement &&
      other.evidence.some(one => contains(one.span, first) && one.span.end - one.span.start > first.end - first.start),
  )
  const via = [...statement.via]
  for (const { speaker } of outer) {
    const medium = mediumOf(speaker.name, words)
    const kind = medium ? "outlet" : isDocument(speaker.name, words) ? "document" : undefined
    if (!kind || via.some(step => step.name === speaker.name)) continue
    via.unshift({
      kind,
      name: speaker.name,
      ...(speaker.entityId && { entityId: speaker.entityId }),
      ...(speaker.evidence && { evidence: speaker.evidence }),
    })
  }
  return via.length === statement.via.length ? statement : { ...statement, via }
}

function isDocument(name: string, words: SpeechWords): boolean {
  const core = name.toLowerCase().split(/\s+(?:of|from|by|on)\s+/)[0]!
  return words.documents.has(core.split(/\s+/).at(-1)!)
}
