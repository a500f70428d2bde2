import { rawSpanOf } from "../../src/core/raw-map.ts"
import type { Reading } from "../../src/core/reading.ts"
import type { Span } from "../../src/core/span.ts"
import { analyse } from "../../src/english/analyse.ts"
import type { Analysis, Token } from "../../src/english/analysis.ts"
import { reportOf } from "../../src/english/report-of.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { joinStories } from "../../src/reconcile/stories/join-stories.ts"
import { storyView } from "../../src/reconcile/stories/story-view.ts"
import { scoreChains } from "../chain-scores.ts"
import type { Figure, Part } from "../part.ts"
import { type EventChains, eventChains } from "../read/event-chains.ts"
import { percent, ratesOf, shareFigure } from "../tally.ts"

/** A gold mention with what each way of joining needs of it. */
interface Mention {
  readonly key: string
  readonly chain: string
  readonly lemma: string
  /** Story of its document, as Heed groups the documents. */
  readonly story: string
  /** Incident of the case that an event found on its head word belongs to. */
  readonly incident: string | undefined
  readonly words: string
}

/**
 * Events across documents on gold mentions: MUC, B-cubed and CEAF-e over all documents as one, singletons included, and their mean, the CoNLL F1.
 * Three ways: one chain for a lemma of the head word; the same within a story as Heed groups documents, the usual strong baseline;
 * and the incidents of one case of all documents, where Heed finds an event on the head word, with the baseline for the rest.
 */
export const events: Part<EventChains> = {
  name: "event-coreference",
  about: "events across documents on gold mentions, beside the lemma baseline",
  format: eventChains,
  measure(documents, run) {
    const engine = makeEngine()
    const readings = documents.map(({ id, text }) =>
      engine.read({ bytes: new TextEncoder().encode(text), file: `${id}.txt` }),
    )
    const caseFile = engine.build(readings, { name: "all" })
    const incidentOf = new Map(
      caseFile.incidents.flatMap(item => item.mentions.map(mention => [mention.id, item.id] as const)),
    )
    const storyOf = storiesOf(documents)
    const mentions = documents.flatMap((document, index) => {
      const analysis = analyse(reportOf(document.text), run.english).value
      return document.mentions.map((mark, at): Mention => {
        const head = headIn(analysis, mark)
        const event = head && eventAt(readings[index]!, head)
        const words = document.text.slice(mark.start, mark.end)
        return {
          key: `${document.id} ${at}`,
          chain: mark.chain,
          lemma: (head?.lemma ?? words).toLowerCase(),
          story: storyOf.get(document.id)!,
          incident: event && incidentOf.get(event),
          words: `${words} (${document.id})`,
        }
      })
    })
    const gold = chainsBy(mentions, mention => mention.chain)
    const ways: [string, (mention: Mention) => string][] = [
      ["lemma", ({ lemma }) => lemma],
      ["lemma in story", ({ lemma, story }) => `${lemma} ${story}`],
      ["incidents", ({ incident, lemma, story }) => incident ?? `${lemma} ${story}`],
    ]
    const found = mentions.filter(mention => mention.incident !== undefined)
    for (const [incident, list] of Map.groupBy(found, mention => mention.incident!))
      if (new Set(list.map(mention => mention.chain)).size > 1)
        run.wrong(
          "chains in one incident",
          `${incident}: ${list.map(({ words, chain }) => `${words} ${chain}`).join(" | ")}`,
        )
    for (const [chain, list] of Map.groupBy(found, mention => mention.chain))
      if (new Set(list.map(mention => mention.incident)).size > 1)
        run.wrong(
          "chain torn into incidents",
          `${chain}: ${list.map(({ words, incident }) => `${words} ${incident}`).join(" | ")}`,
        )
    return [
      ...ways.map(([name, by]) => conllFigure(name, gold, chainsBy(mentions, by), mentions.length)),
      shareFigure("mentions in an incident", found.length, mentions.length, "mentions"),
      ...["lemma in story", "incidents"].map(name => {
        const by = ways.find(way => way[0] === name)![1]
        return conllFigure(
          `${name}, those mentions`,
          chainsBy(found, mention => mention.chain),
          chainsBy(found, by),
          found.length,
        )
      }),
    ]
  },
}

function storiesOf(documents: readonly EventChains[]): Map<string, string> {
  const views = documents.map(({ id, text }) => storyView(id, text.split("\n", 1)[0]!, text, undefined))
  return new Map(joinStories(views).flatMap(ids => ids.map(id => [id, ids[0]!] as const)))
}

/** Of the words of a mention the one that depends on none of the others. */
function headIn({ tokens }: Analysis, { start, end }: Span): Token | undefined {
  const within = tokens.filter(token => token.start < end && start < token.end)
  return within.find(token => !within.some(({ index }) => index === token.head)) ?? within[0]
}

/** Id of an event mention whose trigger has this word. A trigger of fewer words goes before. */
function eventAt({ report, events }: Reading, { start, end }: Span): string | undefined {
  return events
    .map(({ id, trigger }) => ({ id, span: rawSpanOf(report.rawMap, trigger.span) }))
    .filter(({ span }) => span.start < end && start < span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]?.id
}

function chainsBy(mentions: readonly Mention[], by: (mention: Mention) => string): string[][] {
  return [...Map.groupBy(mentions, by).values()].map(list => list.map(({ key }) => key))
}

function conllFigure(name: string, gold: string[][], found: string[][], of: number): Figure {
  const rates = Object.values(scoreChains(gold, found)).map(ratesOf)
  const detail = ["MUC", "B3", "CEAFe"].map((score, at) => {
    const { precision, recall, f1 } = rates[at]!
    return `${score} ${percent(f1)} (${percent(precision)}, ${percent(recall)})`
  })
  const mean = rates.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / rates.length
  return { name: `CoNLL F1, ${name}`, value: 100 * mean, unit: "%", of, items: "mentions", detail: detail.join(", ") }
}
