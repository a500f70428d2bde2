import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { DayRange } from "../../../src/core/edtf.ts"
import { daysOf } from "../../../src/core/edtf.ts"

/** A report of a corpus and the story that its annotators put it in. */
export interface StoryText {
  readonly id: string
  readonly story: string
  readonly text: string
  readonly published: DayRange | undefined
}

/** Topics of ECB+ that are its development part (Cybulska and Vossen 2014, as used since): never learned from. */
const ECB_DEV: ReadonlySet<string> = new Set(["2", "5", "12", "18", "21", "23", "34", "35"])

/** The training part of gva-incidents: reports with enough text. */
export function shootingReports(data: string): StoryText[] {
  return readFileSync(join(data, "gva-incidents/articles.train.jsonl"), "utf8")
    .split("\n")
    .filter(line => line !== "")
    .map(line => JSON.parse(line) as Record<"id" | "incident_id" | "title" | "text" | "dct" | "quality", string>)
    .filter(({ quality }) => quality === "good")
    .map(({ id, incident_id, title, text, dct }) => ({
      id,
      story: incident_id,
      text: `${title}\n\n${text}`,
      published: daysOf(dct),
    }))
}

/** The topics of ECB+ that are not its development part; each topic has two stories that look alike. */
export function topicReports(data: string): StoryText[] {
  const folder = join(data, "ecbplus")
  return readdirSync(folder)
    .filter(topic => /^\d+$/.test(topic) && !ECB_DEV.has(topic))
    .flatMap(topic =>
      readdirSync(join(folder, topic)).map(name => ({
        id: name,
        story: `${topic} ${/ecbplus/.test(name) ? "plus" : "ecb"}`,
        text: textOfTokens(readFileSync(join(folder, topic, name), "utf8")),
        published: undefined,
      })),
    )
}

/** ECB+ gives tokens with the number of their sentence: a paragraph for each sentence. */
export function textOfTokens(xml: string): string {
  const lines = new Map<string, string[]>()
  for (const [, sentence, token] of xml.matchAll(/<token[^>]*? sentence="(\d+)"[^>]*>([^<]*)</g))
    lines.set(sentence!, [...(lines.get(sentence!) ?? []), plain(token!)])
  return [...lines.values()]
    .map(tokens => tokens.join(" "))
    .filter(line => !/^https? ?:/.test(line))
    .join("\n\n")
}

/** Texts of other training parts, to count words in. */
export function otherTexts(data: string): string[] {
  const folder = join(data, "polnear/train/text")
  const polnear = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => name.endsWith(".txt"))
    .map(name => readFileSync(join(folder, name), "utf8"))
  const tbaq = join(data, "temporal/tbaq")
  const times = readdirSync(tbaq, { recursive: true, encoding: "utf8" })
    .filter(name => name.endsWith(".tml"))
    .map(name =>
      plain((/<TEXT>(.*)<\/TEXT>/s.exec(readFileSync(join(tbaq, name), "utf8"))?.[1] ?? "").replace(/<[^>]*>/g, "")),
    )
  return [...polnear, ...times]
}

function plain(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
}
