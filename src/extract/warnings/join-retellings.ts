import type { Trace } from "../../core/rules.ts"
import { evidenceAt } from "../../core/span.ts"
import type { Analysis } from "../../english/analysis.ts"
import { sentenceAt } from "../../english/tree.ts"
import { spanOfRange } from "../statements/phrase.ts"
import type { Threat } from "./find-threat.ts"
import type { WarningDraft } from "./warning-draft.ts"

/**
 * One notice is given once a report: a later telling ("we said that an attack could come", "its warnings of attacks") is joined to the first one
 * and adds what that left open. "American warnings of attacks" that retell nothing in the report stay only with a hearer or a date.
 */
export function joinRetellings(analysis: Analysis, drafts: readonly WarningDraft[], trace?: Trace): WarningDraft[] {
  const kept: WarningDraft[] = []
  const later: WarningDraft[] = []
  for (const draft of drafts) (isRetelling(analysis, draft) ? later : kept).push(draft)
  for (const draft of later) {
    const index = kept.findIndex(other => isSame(analysis, other, draft))
    const decided = { ruleset: "warnings", at: draft.evidence[0]!.span, declined: [draft.rule] }
    if (0 <= index) {
      kept[index] = joined(kept[index]!, draft)
      trace?.({ ...decided, rule: "joinedToItsNotice" })
    } else if (draft.rule !== "warningNoun" || 0 < draft.audience.length || draft.issued.edtf !== "") kept.push(draft)
    else trace?.({ ...decided, rule: null })
  }
  const result: WarningDraft[] = []
  for (const draft of kept.map(one => withThreatBefore(analysis, one, kept))) {
    const index = result.findIndex(other => isDouble(other, draft))
    if (index < 0) result.push(draft)
    else result[index] = joined(result[index]!, draft)
  }
  return result
}

/** "We also issued an advisory": of the danger its issuer warned of in the sentence before. */
function withThreatBefore(analysis: Analysis, draft: WarningDraft, all: readonly WarningDraft[]): WarningDraft {
  if (draft.kind !== "advisory" || draft.threat) return draft
  const sentence = sentenceAt(analysis, draft.evidence[0]!.span.start)
  const before = sentence && analysis.sentences[analysis.sentences.indexOf(sentence) - 1]
  if (!before || !/\balso\b/i.test(analysis.report.text.slice(sentence.start, sentence.end))) return draft
  const notice = all.find(
    other =>
      other.kind === "notice" &&
      other.threat !== undefined &&
      before.start <= other.evidence[0]!.span.start &&
      other.evidence[0]!.span.end <= before.end &&
      (other.issuer.entityId === undefined
        ? other.issuer.name.toLowerCase() === draft.issuer.name.toLowerCase()
        : other.issuer.entityId === draft.issuer.entityId),
  )
  if (!notice?.threat) return draft
  // Of the sentence before only the words of the danger: its deed is the other notice.
  const words = evidenceAt(analysis.report, spanOfRange(analysis, notice.threat))
  return { ...draft, threat: notice.threat, range: notice.range, evidence: [...draft.evidence, words] }
}

function isRetelling(analysis: Analysis, draft: WarningDraft): boolean {
  return draft.rule === "warningNoun" || saidWeWarned(analysis, draft)
}

/** "We said that an attack could come": the speaker tells of what his side said before. */
function saidWeWarned(analysis: Analysis, { threat, statementId }: WarningDraft): boolean {
  if (!threat || statementId === undefined) return false
  const sentence = analysis.sentences[threat.harm.sentence]!
  const words = analysis.report.text.slice(sentence.start, analysis.tokens[threat.harm.index]!.start)
  return /^\W*(?:we|i)\s+(?:had\s+)?(?:said|warned|told|wrote|stated|informed|passed)\b/i.test(words)
}

function isSame(analysis: Analysis, notice: WarningDraft, retelling: WarningDraft): boolean {
  if (notice.kind !== "notice" && notice.kind !== "advisory") return false
  if (!notice.threat || !retelling.threat) return false
  if (stem(notice.threat) === stem(retelling.threat) && retelling.rule !== "warningNoun")
    return targetWords(analysis, notice.threat) === targetWords(analysis, retelling.threat)
  return retelling.rule === "warningNoun" && sameSide(analysis, notice, retelling)
}

/** "American warnings" and "the U.S. government shared": one side, by the country its names carry. */
function sameSide(analysis: Analysis, a: WarningDraft, b: WarningDraft): boolean {
  if (a.issuer.entityId !== undefined && a.issuer.entityId === b.issuer.entityId) return true
  const countries = [a, b].map(draft => countriesOf(analysis, draft))
  return [...countries[0]!].some(country => countries[1]!.has(country))
}

function countriesOf(analysis: Analysis, { issuer }: WarningDraft): Set<string> {
  const found = new Set<string>()
  const entity = analysis.entities.find(one => one.id === issuer.entityId)
  const name = (text: string) => text.toLowerCase()
  if (entity?.place) found.add(name(entity.place.country ?? entity.place.name))
  const words = [issuer.name, ...(entity?.mentions.map(one => one.text) ?? [])].join(" | ")
  for (const other of analysis.entities)
    if (other.place && (other.type === "place" || other.type === "nationality") && other.place.precision === "country")
      for (const mention of other.mentions)
        if (mention.form === "name" && new RegExp(`(?<![\\p{L}])${escaped(mention.text)}(?![\\p{L}])`, "u").test(words))
          found.add(name(other.place.country ?? other.place.name))
  return found
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}

function stem({ harm }: Threat): string {
  return harm.lemma.toLowerCase().replace(/s$/, "")
}

/** The nouns right behind the harm: "an attack on | a river port". */
function targetWords(analysis: Analysis, { harm }: Threat): string {
  const words: string[] = []
  for (let at = harm.index + 1; at < harm.index + 8; at++) {
    const token = analysis.tokens[at]
    if (!token || token.upos === "AUX" || token.upos === "VERB" || token.upos === "PUNCT") break
    if (token.upos === "NOUN" || token.upos === "PROPN") words.push(token.lemma.toLowerCase())
  }
  return words.join(" ")
}

/** The same issuer, the same hearers and the same harm, told as a notice twice. */
function isDouble(a: WarningDraft, b: WarningDraft): boolean {
  if (a.kind !== b.kind || (a.kind !== "notice" && a.kind !== "advisory")) return false
  const sameIssuer =
    a.issuer.entityId !== undefined ? a.issuer.entityId === b.issuer.entityId : a.issuer.name === b.issuer.name
  const hearers = (draft: WarningDraft) => draft.audience.map(one => one.entityId ?? one.name.toLowerCase()).join("|")
  if (!sameIssuer || hearers(a) !== hearers(b)) return false
  if (a.issued.edtf !== "" && b.issued.edtf !== "" && a.issued.edtf !== b.issued.edtf) return false
  return !a.threat || !b.threat || stem(a.threat) === stem(b.threat)
}

function joined(first: WarningDraft, more: WarningDraft): WarningDraft {
  return {
    ...first,
    ...(first.audience.length === 0 && { audience: more.audience }),
    ...(first.threat === undefined && { threat: more.threat, range: more.range }),
    issued: first.issued.edtf === "" && more.issued.edtf !== "" ? more.issued : first.issued,
    evidence: [...first.evidence, ...more.evidence],
    again: [...(first.again ?? []), { range: more.range, threat: more.threat }, ...(more.again ?? [])],
  }
}
