import type { Grade } from "../core/decided.ts"

// The Admiralty code as NATO AJP-2.1 words it.
const reliability: Record<string, string> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
}
const credibility: Record<string, string> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
}

/** "B2" from what a person typed, such as "b-2"; undefined when it is no grade. */
export function toGradeCode(typed: string): string | undefined {
  const code = typed.trim().toUpperCase().replace(/[\s-]/g, "")
  return /^(?:[A-F][1-6]?|[1-6])$/.test(code) ? code : undefined
}

/** "graded B2 by ana: usually reliable, probably true". */
export function gradeInWords({ code, by }: Grade): string {
  const words = [...code].map(sign => reliability[sign] ?? credibility[sign]).join(", ")
  return `graded ${code} by ${by}: ${words}`
}
