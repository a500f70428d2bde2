import type { Incident, Warning } from "../../core/casefile.ts"
import {
  counted,
  edtfInWords,
  quoted,
  roleInWords,
  timeInWords,
  UNNAMED,
  valueInWords,
  withoutContained,
} from "../words.ts"

/** What came of a warning, as a sentence. */
export const outcomeWords: Readonly<Record<Warning["outcome"], string>> = {
  fulfilled: "it happened",
  partly: "part of it happened",
  averted: "averted",
  open: "open: the time it speaks of has not passed",
  expired: "expired: the time passed and no report of this case tells of it",
  unknown: "unknown",
}

/** "alert level" for "alert-level". */
export function warningKindInWords(kind: Warning["kind"]): string {
  return kind.replace("-", " ")
}

/** When it was issued: a date, else the words that name a day without its year, else that nothing is known. */
export function issuedInWords({ issued }: Pick<Warning, "issued">): string {
  if (issued.edtf !== "") return timeInWords(issued)
  return issued.text === "" ? "no date" : quoted(issued.text)
}

/** Who warned, with the office where it is told: "Ana Diaz, the director of the observatory". */
export function issuerInWords({ issuer, issuerRole }: Pick<Warning, "issuer" | "issuerRole">): string {
  const role = roleInWords(issuerRole ?? "")
  return role === "" ? issuer.name || UNNAMED : `${issuer.name}, ${role}`
}

/** Who was told, each once: "the committee" beside "the Senate committee" says nothing more, nor does "its citizens" beside a name. */
export function audienceNames({ audience }: Pick<Warning, "audience">): readonly string[] {
  const names = audience.map(({ name }) => name)
  const told = names.filter(name => !/^(?:its|his|her|their) /iu.test(name))
  return withoutContained(told.length === 0 ? names : told)
}

/** "until 10 November 2031" where the words set an end, else the time itself. */
export function horizonInWords({ horizon, evidence }: Pick<Warning, "horizon" | "evidence">): string {
  if (horizon!.edtf === "") return quoted(horizon!.text)
  const end = evidence
    .map(({ text }) => {
      const at = text.indexOf(horizon!.text)
      return at < 0 ? undefined : /\b(until|till|before|by) $/iu.exec(text.slice(0, at))?.[1]
    })
    .find(word => word !== undefined)
  return end === undefined ? timeInWords(horizon!) : `${end.toLowerCase()} ${timeInWords(horizon!)}`
}

/** A threat of more letters than this is no name of a harm; the words say it better. */
const LONGEST_THREAT = 80

/** Words that begin a sentence's predicate: no name of a harm either. Source: English; Apache-2.0. */
const PREDICATE = /^(?:will|would|could|can|may|might|must|should|is|are|was|were|has|have|had|be|been)\b/iu

/** Of what harm, by whom, against whom, where: what is known of it, in this order. */
export function subjectInWords({ subject }: Pick<Warning, "subject">): readonly { label: string; words: string }[] {
  const words = subject.threat?.text
  const threat = words && words.length <= LONGEST_THREAT && !PREDICATE.test(words) ? words : undefined
  const target = subject.target && valueInWords(subject.target)
  return [
    { label: "of", words: threat },
    { label: "by", words: subject.actor && valueInWords(subject.actor) },
    { label: "target", words: isSaid(target ?? "", threat) ? undefined : target },
    { label: "place", words: subject.place && valueInWords(subject.place) },
  ].flatMap(({ label, words }) => (words === undefined ? [] : [{ label, words }]))
}

/** Whether the threat names it already. */
function isSaid(target: string, threat: string | undefined): boolean {
  return threat?.toLowerCase().includes(target.toLowerCase()) === true
}

export function likelihoodInWords({ words, band }: NonNullable<Warning["likelihood"]>): string {
  return band ? `"${words}" (${band[0]}-${band[1]} % by the bands of ICD 203)` : `"${words}"`
}

/** Days between a warning and its incident: "15 days later", "12-21 days later", "how many days between is not known". */
export function leadInWords({ leadDays }: Pick<Warning["incidents"][number], "leadDays">): string {
  if (!leadDays) return "how many days between is not known"
  const { low, high } = leadDays
  return `${low === high ? counted(high, "day") : `${low}-${high} days`} later`
}

/** "MOS-7K2 Attack on ..., 15-21 days later; first reported after it". */
export function followedBy(
  link: Warning["incidents"][number],
  incidents: ReadonlyMap<string, Incident>,
  warning: Warning,
): string {
  const incident = incidents.get(link.id)
  const name = incident ? `${incident.code} ${incident.title}` : link.id
  const hindsight = warning.hindsight
    ? `; first reported after it${warning.firstReported === "" ? "" : ` (${edtfInWords(warning.firstReported.slice(0, 10))})`}`
    : ""
  return `${outcomeWords[warning.outcome]}: ${name}, ${leadInWords(link)}${hindsight}`
}

/** Why a warning that was first reported after its incident weighs less. */
export const HINDSIGHT_WORDS =
  "first reported only after the incident it is linked to; what is told once the outcome is known is easily picked out and sharpened by it, so a warning that could be read before weighs more"
