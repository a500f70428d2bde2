import type { Pack } from "../core/pack.ts"
import type { Outcome } from "../core/problem.ts"
import { isSaying, type Reading } from "../core/reading.ts"
import type { Trace } from "../core/rules.ts"
import type { SpeechPack } from "../core/speech-pack.ts"
import type { Analysis } from "../english/analysis.ts"
import { findCitations } from "./citations/find-citations.ts"
import { findEvents } from "./events/find-events.ts"
import { findProfiles } from "./profiles/find-profiles.ts"
import { findStatements } from "./statements/find-statements.ts"
import { findWarnings } from "./warnings/find-warnings.ts"

/** All that the rules find in one report: events, statements, warnings, profiles, citations. Never throws on odd text. */
export function readAnalysis(
  analysis: Analysis,
  pack: Pack,
  speechPack: SpeechPack,
  trace?: Trace,
): Outcome<Pick<Reading, "events" | "statements" | "warnings" | "profiles" | "citations">> {
  const events = findEvents(analysis, pack, trace)
  const statements = findStatements(analysis, speechPack, trace)
  const sayings = statements.value.filter(isSaying)
  const warnings = findWarnings(analysis, sayings, events.value, speechPack, trace)
  const profiles = findProfiles(analysis, sayings, speechPack, trace)
  const citations = findCitations(analysis, sayings, speechPack, trace)
  return {
    value: {
      events: events.value,
      statements: statements.value,
      warnings: warnings.value,
      profiles: profiles.value,
      citations: citations.value,
    },
    problems: [
      ...events.problems,
      ...statements.problems,
      ...warnings.problems,
      ...profiles.problems,
      ...citations.problems,
    ],
  }
}
