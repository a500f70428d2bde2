import { basename, dirname } from "node:path"
import { type Format, MissingData } from "../part.ts"

/** A report and the story that annotators put it in. */
export interface StoryReport {
  readonly id: string
  readonly story: string
  readonly title: string
  /** The whole report, its title first. */
  readonly text: string
  /** Day of publication, 2014-01-28; empty when it is not known. */
  readonly published: string
}

/** BASIL: a file of JSON for each article; three outlets tell each event. */
export const triplets: Format<StoryReport> = {
  name: "article of BASIL with triplet-uuid and body-paragraphs (.json)",
  folder: "basil",
  extension: /\.json$/,
  looks: head => /"triplet-uuid"|"body-paragraphs"|"main-event"/.test(head),
  corpus: "folder",
  read: ({ path, text }) => {
    const article = JSON.parse(text) as {
      title: string
      date?: string
      source: string
      "triplet-uuid"?: string
      "body-paragraphs": string[][]
    }
    const story = article["triplet-uuid"]
    if (story === undefined) throw new MissingData(`${path} has no "triplet-uuid", which says what story it tells`)
    const paragraphs = article["body-paragraphs"].map(sentences => sentences.join(" "))
    return [
      {
        id: basename(path),
        story,
        title: article.title,
        text: [article.title, ...paragraphs].join("\n\n"),
        published: article.date ?? "",
      },
    ]
  },
}

/** Topics of ECB+ from which Heed learns (models/reconcile/stories); 2, 5, 12, 18, 21, 23, 34 and 35 are the development part, those from 36 on the test part. */
export const LEARNED_TOPICS: ReadonlySet<string> = new Set(
  "1 3 4 6 7 8 9 10 11 13 14 15 16 17 19 20 22 24 25 26 27 28 29 30 31 32 33".split(" "),
)

/** ECB+: a folder for each topic, in it a file for each document; a topic has two stories that look alike, "ecb" and "ecbplus". */
export const subTopics: Format<StoryReport> = {
  name: "document of ECB+ (CAT XML, N_Mecb.xml and N_Mecbplus.xml)",
  folder: "ecbplus",
  extension: /(?:^|\/)\d+_\d+ecb(?:plus)?\.xml$/,
  looks: head => head.includes("<Document doc_name="),
  corpus: "folder of folders",
  read: file => {
    const topic = basename(dirname(file.path))
    if (LEARNED_TOPICS.has(topic)) return []
    const [title = "", ...rest] = sentencesOfTokens(file.text)
    return [
      {
        id: basename(file.path),
        story: `${topic} ${file.path.includes("ecbplus.xml") ? "ecbplus" : "ecb"}`,
        title,
        text: [title, ...rest].join("\n\n"),
        published: "",
      },
    ]
  },
}

/** Tokens with the number of their sentence, as sentences. The address that stands above the text of some documents is left out. */
export function sentencesOfTokens(text: string): string[] {
  const lines = new Map<string, string[]>()
  for (const [, sentence, token] of text.matchAll(/<token[^>]*? sentence="(\d+)"[^>]*>([^<]*)</g))
    lines.set(sentence!, [...(lines.get(sentence!) ?? []), plainToken(token!)])
  return [...lines.values()].map(tokens => tokens.join(" ")).filter(line => !/^https? ?:/.test(line))
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: "<", gt: ">", amp: "&" }

/** A token as it was written, without the escapes of XML. */
export function plainToken(text: string): string {
  return text.replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => ENTITIES[name]!)
}
