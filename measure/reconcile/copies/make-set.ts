import type { CopySet, Rest, RestKind, SetReport } from "./copy-set.ts"
import { type Dice, toDice } from "./dice.ts"
import { DETAILS, LEADS, NAMES, QUOTATIONS, STOCK, TARGETS } from "./ideas.ts"
import { numberWord, personName, retell, type Told, tell, townName } from "./wording.ts"

/** What a report is made of, before it is written out. Sentences without a `told` are in everybody's words. */
interface Draft {
  readonly sentences: readonly { readonly text: string; readonly told?: Told }[]
  readonly quotation: { readonly speaker: string; readonly words: string }
  readonly town: string
  readonly house: string
  readonly hour: number
}

interface Incident {
  readonly facts: { readonly [slot: string]: string }
  readonly quotation: { readonly speaker: string; readonly words: string }
}

/** Of ten reports that rest on another. */
const KINDS: readonly RestKind[] =
  "verbatim,verbatim,wire credit,trimmed,trimmed,reworded,reworded,translated,translated,update".split(
    ",",
  ) as RestKind[]
const WORDS_CHANGED = { reworded: 0.6, translated: 1 }
const WIRES = ["Calder Wire", "Ostrava Press Agency", "Meridian News Agency"]

/** Reports on many incidents of one kind: a few independent ones of each, and what other houses made of them. The same for the same seed. */
export function makeCopySet(size: number, seed = 1): CopySet {
  const dice = toDice(seed)
  const reports: SetReport[] = []
  const rests: Rest[] = []
  while (reports.length < size) {
    const incident = makeIncident(dice)
    const houses = dice.some(HOUSES, 20)
    const houseOf = (): string => houses.pop()!
    const add = (report: Omit<SetReport, "id">): string => {
      const id = `r${String(reports.length + 1).padStart(5, "0")}`
      reports.push({ id, ...report })
      return id
    }
    const wire = independent(incident, dice.pick(WIRES), dice)
    const own = [wire, ...Array.from({ length: 1 + dice.below(3) }, () => independent(incident, houseOf(), dice))]
    const ids = own.map(draft => add(write(draft, dice)))
    for (let copies = 3 + dice.below(6); 0 < copies; copies--) {
      const at = dice.below(own.length)
      const kind = at === 0 && dice.chance(0.3) ? "wire credit" : dice.pick(KINDS)
      const origin = kind === "wire credit" ? 0 : at
      const from = add(derive(own[origin]!, kind, kind === "update" ? own[origin]!.house : houseOf(), dice))
      rests.push({ from, to: ids[origin]!, kind })
    }
    if (dice.chance(0.3)) {
      const cited = add(write(independent(incident, houseOf(), dice), dice))
      const middle = add(citing(incident, houseOf(), publisherOf(reports, cited), dice))
      const last = add(citing(incident, houseOf(), publisherOf(reports, middle), dice))
      rests.push({ from: middle, to: cited, kind: "citation" }, { from: last, to: middle, kind: "citation" })
    }
    if (dice.chance(0.2)) {
      const [one, two] = [houseOf(), houseOf()]
      const a = add(citing(incident, one, two, dice))
      const b = add(citing(incident, two, one, dice))
      rests.push({ from: a, to: b, kind: "circle" }, { from: b, to: a, kind: "circle" })
    }
  }
  return { reports, rests }
}

const HOUSES = NAMES.start.flatMap(start =>
  NAMES.end.flatMap(end => NAMES.paper.map(paper => `${start}${end} ${paper}`)),
)

function publisherOf(reports: readonly SetReport[], id: string): string {
  return reports.find(report => report.id === id)!.publisher
}

function makeIncident(dice: Dice): Incident {
  const dead = 2 + dice.below(17)
  const hurt = 3 + dice.below(16)
  const facts = {
    TOWN: townName(dice),
    TARGET: dice.pick(TARGETS),
    DAY: dice.pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    DEAD: String(dead),
    DEADWORD: numberWord(dead),
    HURT: String(hurt),
    HURTWORD: numberWord(hurt),
  }
  const words = dice.pick(QUOTATIONS).replace(/\{(\w+)\}/g, (_, slot: "TOWN" | "TARGET") => facts[slot])
  return { facts, quotation: { speaker: personName(dice), words } }
}

function independent(incident: Incident, house: string, dice: Dice): Draft {
  const told = (ideas: readonly (readonly string[])[]) =>
    ideas.map(idea => {
      const one = tell(idea, incident.facts, dice)
      return { text: one.text, told: one }
    })
  const details = told(dice.some(DETAILS, 4 + dice.below(5)))
  const stock = dice.some(STOCK, 1 + dice.below(3)).map(text => ({ text }))
  const { speaker, words } = incident.quotation
  const quoted = {
    text: `“${words},” ${dice.pick(["said", "says"])} ${dice.pick(["police chief", "the police chief,"])} ${speaker}.`,
  }
  return {
    sentences: [...told(LEADS), ...details.slice(0, 2), quoted, ...details.slice(2), ...stock],
    quotation: incident.quotation,
    town: incident.facts.TOWN!,
    house,
    hour: dice.below(20),
  }
}

/** The day before the first report comes out. */
const EVENT_DAY = "2031-05-02"

function write({ sentences, quotation, town, house, hour }: Draft, dice: Dice): Omit<SetReport, "id"> {
  const text = paragraphs(sentences.map(sentence => sentence.text))
  return {
    publisher: house,
    ...(dice.chance(0.9) && { published: instant(hour) }),
    text,
    ...(text.includes(quotation.words) && { quotation }),
    ...(text.includes(town) && { event: { town, day: EVENT_DAY } }),
  }
}

function paragraphs(sentences: readonly string[]): string {
  return sentences.map((text, at) => (at === 0 ? "" : at % 2 === 0 ? "\n\n" : " ") + text).join("")
}

function instant(hour: number): string {
  return `2031-05-${String(3 + Math.floor(hour / 24)).padStart(2, "0")}T${String(hour % 24).padStart(2, "0")}:00:00Z`
}

/** What another house (of an update: the same) made of a report. */
function derive(from: Draft, kind: RestKind, house: string, dice: Dice): Omit<SetReport, "id"> {
  const all = from.sentences
  const later = { ...from, house, hour: from.hour + 1 + dice.below(30) }
  const added = () => ({ text: tell(dice.pick(DETAILS), {}, dice).text })
  switch (kind) {
    case "wire credit": {
      const credit = `(${from.house})`
      return {
        ...write({ ...later, sentences: [...all, { text: credit }] }, dice),
        citations: [{ source: from.house, words: credit }],
      }
    }
    case "trimmed": {
      const third = Math.ceil(all.length / 3)
      const kept = dice.chance(0.5)
        ? all.slice(0, Math.max(3, third))
        : all.filter((_, at) => at < 1 || dice.chance(0.6))
      return write({ ...later, sentences: dice.chance(0.5) ? [...kept, added()] : kept }, dice)
    }
    case "reworded":
    case "translated": {
      const kept = all.filter((_, at) => at < 2 || dice.chance(0.9))
      const changed = kept.map(({ told, text }) => ({
        text: told ? retell(told, WORDS_CHANGED[kind], dice).text : text,
      }))
      return write({ ...later, sentences: kind === "reworded" ? merged(changed, dice) : changed }, dice)
    }
    case "update": {
      const toll = 20 + dice.below(30)
      const first = { text: `The number of dead has risen to ${toll}, officials said.` }
      return write({ ...later, sentences: [first, ...all.slice(1), added()] }, dice)
    }
    default:
      return write(later, dice)
  }
}

/** Two sentences made one, here and there. */
function merged(sentences: readonly { text: string }[], dice: Dice): { text: string }[] {
  const out: { text: string }[] = []
  for (const { text } of sentences) {
    const before = out.at(-1)
    if (before && 1 < out.length && !/[”“]/.test(before.text + text) && dice.chance(0.2))
      out[out.length - 1] = {
        text: `${before.text.replace(/\.$/, "")}, while ${text[0]!.toLowerCase()}${text.slice(1)}`,
      }
    else out.push({ text })
  }
  return out
}

/** A report with sentences of its own that gives what it tells of the incident to another house. */
function citing(incident: Incident, house: string, cited: string, dice: Dice): Omit<SetReport, "id"> {
  const own = independent(incident, house, dice)
  const lead = own.sentences[0]!.text
  const told = dice.chance(0.5)
    ? { text: `The ${cited} reported that ${lead[0]!.toLowerCase()}${lead.slice(1)}`, words: `The ${cited} reported` }
    : { text: `${lead.replace(/\.$/, "")}, according to the ${cited}.`, words: `according to the ${cited}` }
  const sentences = [{ text: told.text }, ...own.sentences.slice(2).filter(sentence => sentence.told)]
  return {
    ...write({ ...own, sentences, hour: own.hour + 24 }, dice),
    citations: [{ source: cited, words: told.words, scope: told.text }],
  }
}
