import type { Format } from "../part.ts"

/** A web page with the article and the metadata that are to be taken from it. */
export interface Page {
  readonly html: string
  /** The article alone, as HTML. */
  readonly article: string
  readonly title?: string
  /** Day of publication, 2024-03-22. */
  readonly published?: string
}

/** The test pages of Mozilla's Readability: a folder for each page with source.html, expected.html and expected-metadata.json. */
export const pages: Format<Page> = {
  name: "source.html of a page with expected.html and expected-metadata.json beside it",
  folder: "html",
  extension: /(?:^|\/)source\.html$/,
  looks: () => true,
  corpus: "folder of folders",
  read: ({ text, beside }) => {
    const metadata = JSON.parse(beside("expected-metadata.json")) as { title?: unknown; publishedTime?: unknown }
    const page = { html: text, article: beside("expected.html") }
    const title = typeof metadata.title === "string" ? { title: metadata.title } : {}
    const published =
      typeof metadata.publishedTime === "string" ? { published: metadata.publishedTime.slice(0, 10) } : {}
    return [{ ...page, ...title, ...published }]
  },
}
