import type { Pack } from "../core/pack.ts"
import type { Outcome } from "../core/problem.ts"
import { isSaying, type Reading } from "../core/reading.ts"
import type { Trace } from "../core/rules.ts"
import type { SpeechPack } from "../core/speech-pack.ts"
import type { Analysis } from "../english/analysis.ts"
import { findCitations } from "./citations/find-citations.ts"
import { openContext } from "./events/context.ts"
import { findEvents } from "./events/find-events.ts"
import { giveVoice } from "./events/give-voice.ts"
import { addFillers } from "./fillers/add-fillers.ts"
import { type FillerModel, findFillers } from "./fillers/find-fillers.ts"
import { fillerModel } from "./fillers/model.ts"
import { findProfiles } from "./profiles/find-profiles.ts"
import { findSetting, type SettingModels, settingModels } from "./setting/find-setting.ts"
import { giveSetting } from "./setting/give-setting.ts"
import { findStatements } from "./statements/find-statements.ts"
import { findWarnings } from "./warnings/find-warnings.ts"

/** The learned scorers that stand beside the rules; one that is null is left out. */
export interface Scorers {
  readonly setting: SettingModels | null
  readonly fillers: FillerModel | null
}

/**
 * All that is found in one report: events, their day, town and roles, statements, warnings, profiles, citations. Never throws on odd text.
 */
export function readAnalysis(
  analysis: Analysis,
  pack: Pack,
  speechPack: SpeechPack,
  trace?: Trace,
  scorers: Scorers = { setting: settingModels, fillers: fillerModel() },
): Outcome<Pick<Reading, "events" | "setting" | "statements" | "warnings" | "profiles" | "citations">> {
  const found = findEvents(analysis, pack, trace)
  const setting = scorers.setting ? findSetting(analysis, found.value, scorers.setting) : {}
  const context = openContext(analysis, pack, trace)
  const fillers = scorers.fillers ? findFillers(context, found.value, scorers.fillers) : []
  const statements = findStatements(analysis, speechPack, trace)
  const sayings = statements.value.filter(isSaying)
  const types = new Map(analysis.entities.map(({ id, type }) => [id, type]))
  const events = giveVoice(giveSetting(addFillers(context, found.value, fillers), setting), sayings, id =>
    types.get(id),
  )
  const warnings = findWarnings(analysis, sayings, events, speechPack, trace)
  const profiles = findProfiles(analysis, sayings, speechPack, trace)
  const citations = findCitations(analysis, sayings, speechPack, trace)
  return {
    value: {
      events,
      setting: [setting.when, setting.where].filter(fill => fill !== undefined),
      statements: statements.value,
      warnings: warnings.value,
      profiles: profiles.value,
      citations: citations.value,
    },
    problems: [
      ...found.problems,
      ...statements.problems,
      ...warnings.problems,
      ...profiles.problems,
      ...citations.problems,
    ],
  }
}
