/**
 * Trains the scorers of role fillers, prints what they show in training reports left out in turn, and writes their weights to
 * src/extract/fillers: node models/extract/fillers/train.ts --data FOLDER/muc4/train.json
 */

import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { type RoleDocument, roleDocuments } from "../../../measure/read/role-documents.ts"
import { analyse } from "../../../src/english/analyse.ts"
import { reportOf } from "../../../src/english/report-of.ts"
import { findEvents } from "../../../src/extract/events/find-events.ts"
import { plainWords } from "../../../src/extract/fillers/candidates.ts"
import { politicalViolence } from "../../../src/packs/political-violence/pack.ts"
import { readEnglish } from "../../../src/read-english.ts"
import { type Lesson, learn } from "./learn.ts"
import { writeLearnt } from "./write-learnt.ts"

const { values: options } = parseArgs({ options: { data: { type: "string" } } })
if (!options.data) throw new Error("say where the training part of MUC-4 is: --data FOLDER/muc4/train.json")
const english = readEnglish()
const beside = (): string => {
  throw new Error("role documents have no file beside them")
}
const documents = roleDocuments.read({ path: options.data, text: readFileSync(options.data, "utf8"), beside })
const learnt = learn(documents.map(lessonOf))
for (const line of learnt.lines) console.log(line)
writeLearnt(learnt)

function lessonOf({ text, entities }: RoleDocument): Lesson {
  const analysis = analyse(reportOf(text.trim()), english).value
  const plain = (list: RoleDocument["entities"]["Target"]) => list.map(mentions => new Set(mentions.map(plainWords)))
  return {
    analysis,
    events: findEvents(analysis, politicalViolence).value,
    gold: {
      perpetrator: plain(entities.PerpInd),
      organization: plain(entities.PerpOrg),
      target: plain(entities.Target),
      victim: plain(entities.Victim),
      weapon: plain(entities.Weapon),
    },
  }
}
