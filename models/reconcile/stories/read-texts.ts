import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { LEARNED_TOPICS, sentencesOfTokens } from "../../../measure/read/story-reports.ts"
import type { DayRange } from "../../../src/core/edtf.ts"
import { daysOf } from "../../../src/core/edtf.ts"

/** A report of a corpus and the story that its annotators put it in. */
export interface StoryText {
  readonly id: string
  readonly story: string
  /** What is alike: stories of one topic are of one kind. */
  readonly topic: string
  readonly text: string
  readonly published: DayRange | undefined
}

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
      topic: incident_id,
      text: `${title}\n\n${text}`,
      published: daysOf(dct),
    }))
}

/** The topics of ECB+ that are neither its development nor its test part; each topic has two stories that look alike. */
export function topicReports(data: string): StoryText[] {
  const folder = join(data, "ecbplus")
  return readdirSync(folder)
    .filter(topic => LEARNED_TOPICS.has(topic))
    .flatMap(topic =>
      readdirSync(join(folder, topic)).map(name => ({
        id: name,
        topic,
        story: `${topic} ${/ecbplus/.test(name) ? "plus" : "ecb"}`,
        text: sentencesOfTokens(readFileSync(join(folder, topic, name), "utf8")).join("\n\n"),
        published: undefined,
      })),
    )
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
