/**
 * Trains the model that tells whether two reports are of one story and writes src/reconcile/stories/weights.ts:
 * node models/reconcile/stories/train.ts --data FOLDER [--held-out REST]
 * With --held-out nothing is written: every fifth topic (an incident is one), beginning with number REST, is left out of the training and measured.
 */

import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { bCubed, pairwise } from "../../../measure/reconcile/grouping.ts"
import { linearModel } from "../../../src/core/linear-model.ts"
import { FEATURES, pairFeatures, storyScore } from "../../../src/reconcile/stories/compare-stories.ts"
import { joinStories } from "../../../src/reconcile/stories/join-stories.ts"
import { StoryIndex } from "../../../src/reconcile/stories/story-index.ts"
import { type StoryView, storyView } from "../../../src/reconcile/stories/story-view.ts"
import { type Example, fit, randomNumbers, weightsModule } from "../../train/fit.ts"
import { type StoryText, shootingReports, topicReports } from "./read-texts.ts"

/** Share of the pairs whose days are hidden: many reports come without a date. */
const UNDATED = 0.25
/** Share of the reports of a pair that are cut to a brief: the corpora have few of those. */
const SHORT = 0.25

const { values } = parseArgs({ options: { data: { type: "string" }, "held-out": { type: "string" } } })
if (values.data === undefined) throw new Error("say where the corpora are: --data FOLDER")
const rest = values["held-out"] === undefined ? undefined : Number(values["held-out"])
const random = randomNumbers(23)
const corpora = [shootingReports(values.data), topicReports(values.data)].map(texts => {
  // Topics go as a whole: the two stories of one are the ones that are hard to tell apart.
  const topics = [...new Set(texts.map(({ topic }) => topic))]
  const isOut = new Map(topics.map((topic, index) => [topic, index % 5 === rest]))
  return { learned: texts.filter(({ topic }) => !isOut.get(topic)), out: texts.filter(({ topic }) => isOut.get(topic)) }
})
const examples = corpora.flatMap(({ learned }) => examplesOf(learned))
const weights = fit(examples, { size: FEATURES, rounds: 8 }, random)
console.log(`${examples.length} pairs, ${examples.filter(({ yes }) => yes).length} of one story`)
if (rest === undefined) {
  const written = weightsModule(weights, "models/reconcile/stories/train.ts", "models/reconcile/stories/README.md")
  writeFileSync(join(import.meta.dirname, "../../../src/reconcile/stories/weights.ts"), written)
} else {
  const model = linearModel(weights)
  for (const { out } of corpora) {
    const truth = new Map(out.map(({ id, story }) => [id, story]))
    for (const least of [-48, -36, -24, -12, 0]) {
      const sets = joinStories(out.map(viewOf), (a, b) => storyScore(a, b, model), least)
      const found = new Map(sets.flatMap(ids => ids.map(id => [id, ids[0]!] as const)))
      console.log(
        out.length,
        "reports, least",
        least,
        "B-cubed",
        f1(bCubed(found, truth)),
        "pairs",
        f1(pairwise(found, truth)),
      )
    }
  }
}

function viewOf({ id, text, published }: StoryText): StoryView {
  return storyView(id, text.split("\n", 1)[0]!, text, published)
}

function examplesOf(texts: readonly StoryText[]): Example[] {
  const storyOf = new Map(texts.map(({ id, story }) => [id, story]))
  const shortOf = new Map(texts.map(text => [text.id, viewOf({ ...text, text: cut(text.text) })]))
  const viewsOf = new Map(texts.map(text => [text.id, viewOf(text)]))
  const index = new StoryIndex(() => 0)
  for (const view of viewsOf.values()) index.add(view)
  const pairs = [...viewsOf].flatMap(([id, view]) =>
    index.pairsOf(id).flatMap(other => (id < other.id ? [[view, viewsOf.get(other.id)!] as const] : [])),
  )
  return pairs.map(pair => {
    const [a, b] = pair.map(view => (random() < SHORT ? shortOf.get(view.id)! : view)) as [StoryView, StoryView]
    const hidden = random() < UNDATED ? { ...a, published: undefined } : a
    return { features: pairFeatures(hidden, b), yes: storyOf.get(a.id) === storyOf.get(b.id) }
  })
}

/** The first 30 to 80 words, as a brief would have them. */
function cut(text: string): string {
  const words = 30 + Math.floor(50 * random())
  return new RegExp(`^(?:\\S+\\s+){0,${words}}`).exec(text)![0]
}

function f1({ precision, recall }: { precision: number; recall: number }): string {
  return [precision, recall, (2 * precision * recall) / (precision + recall)]
    .map(share => (100 * share).toFixed(1))
    .join(" ")
}
