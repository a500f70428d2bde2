import { idOf } from "../../src/core/id.ts"
import type { EventMention } from "../../src/core/reading.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import type { Part } from "../part.ts"
import { type CodedSentence, codedSentences } from "../read/coded-sentences.ts"
import { shareFigure } from "../tally.ts"
import { eventsOf } from "./events-of.ts"

const codeOf = new Map(politicalViolence.types.map(type => [type.key, type.codes.plover?.split(" ")[0]]))

/** Deeds that Heed has kinds of event for. The others are agreements, visits, praise and aid. */
const AIMED: ReadonlySet<string> = new Set([
  "ASSAULT",
  "COERCE",
  "PROTEST",
  "THREATEN",
  "SANCTION",
  "MOBILIZE",
  "RETREAT",
])

/** Words between powers, aimed at since there are kinds of event for them; told apart so that the figure of the deeds stays what it was. */
const WORDS: ReadonlySet<string> = new Set(["DISAPPROVE", "DEMAND", "REJECT"])

/** The categories of the records of 2016 by those of the table of 2021. */
const OLDER: { readonly [code: string]: string } = { ACCUSE: "DISAPPROVE", REQUEST: "DEMAND" }

/**
 * The PLOVER category of a sentence. It is right when one of the events found in the sentence has it; events that are threatened or planned
 * are THREATEN whatever their kind. FIGHT is counted as ASSAULT, as the codebook has it now.
 */
export const categories: Part<CodedSentence> = {
  name: "categories",
  about: "the PLOVER category of a sentence, by the events found in it",
  format: codedSentences,
  documents: "sentences",
  measure(sentences, run) {
    const counts = new Map<string, { right: number; all: number; other: number }>()
    const halves = [1, 2].map(half => ({ half, right: 0, all: 0 }))
    for (const { id, text, category } of sentences) {
      const gold = category === "FIGHT" ? "ASSAULT" : category
      const found = categoriesOf(eventsOf(text, "", run))
      const count = counts.get(gold) ?? { right: 0, all: 0, other: 0 }
      counts.set(gold, count)
      count.all++
      const half = halves[halfOf(id) - 1]!
      if (AIMED.has(gold)) half.all++
      if (AIMED.has(gold) && found.has(gold)) half.right++
      if (found.has(gold)) count.right++
      else {
        if (0 < found.size) count.other++
        if (!AIMED.has(gold) && !WORDS.has(gold) && 0 < found.size)
          run.wrong(`${gold} not silent, half ${half.half}`, `${id} found ${[...found].join(", ")}: ${text}`)
        if (AIMED.has(gold))
          run.wrong(`${gold} missed, half ${half.half}`, `${id} found ${[...found].join(", ") || "nothing"}: ${text}`)
      }
    }
    const aimed = [...counts].filter(([category]) => AIMED.has(category))
    const words = [...counts].filter(([category]) => WORDS.has(category))
    const rest = [...counts].filter(([category]) => !AIMED.has(category) && !WORDS.has(category))
    const sum = (rows: typeof aimed, of: "right" | "all" | "other") => rows.reduce((all, [, row]) => all + row[of], 0)
    const commonest = Math.max(0, ...aimed.map(([, row]) => row.all))
    return [
      shareFigure(
        "aimed at",
        sum(aimed, "right"),
        sum(aimed, "all"),
        "sentences",
        `another category only: ${sum(aimed, "other")}; always the commonest would be ${((100 * commonest) / Math.max(1, sum(aimed, "all"))).toFixed(1)} %`,
      ),
      ...halves.map(({ half, right, all }) => shareFigure(`aimed at, half ${half}`, right, all, "sentences")),
      ...[...aimed, ...words].map(([category, { right, all, other }]) =>
        shareFigure(category, right, all, "sentences", `another category only: ${other}`),
      ),
      shareFigure(
        "not aimed at: silent",
        sum(rest, "all") - sum(rest, "other"),
        sum(rest, "all"),
        "sentences",
        rest.map(([category, { all }]) => `${category} ${all}`).join(", "),
      ),
    ]
  },
}

/** Half 1 is read to mend frames (`--kind "half 1"`), half 2 is for the figure alone. Told apart by the hash of the id. */
function halfOf(id: string): 1 | 2 {
  return Number.parseInt(idOf(id).at(-1)!, 16) % 2 === 0 ? 1 : 2
}

function categoriesOf(events: readonly EventMention[]): Set<string> {
  const found = new Set<string>()
  for (const event of events) {
    if (event.status === "negated" || event.status === "denied") continue
    const code = codeOf.get(event.subtype ?? event.type)
    if (event.status === "threatened" || event.status === "planned") found.add("THREATEN")
    else if (code) found.add(OLDER[code] ?? code)
  }
  return found
}
