import type { Format } from "../part.ts"

export interface TimeDocument {
  readonly id: string
  readonly text: string
  readonly times: readonly TimeExpression[]
  /** Day of publication, or empty. */
  readonly published: string
}

/** `value` in the notation of TIMEX3: 2024-03-22, 2024-W12, P3D, PRESENT_REF. */
export interface TimeExpression {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value: string
  readonly mod: string | undefined
}

/** TimeML (timeml.org): XML with TIMEX3 tags in TEXT, the day of publication in one of CREATION_TIME. */
export const timeMl: Format<TimeDocument> = {
  name: "TimeML document (.tml, .xml)",
  folder: "temporal",
  extension: /\.(?:tml|xml)$/,
  looks: head => /<TimeML|<TIMEX3/.test(head),
  corpus: "folder",
  read: ({ path, text }) => {
    const document = documentOf(path, text)
    return document.text === "" ? [] : [document]
  },
}

function documentOf(path: string, xml: string): TimeDocument {
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1] ?? ""
  const creation = /<TIMEX3[^>]*functionInDocument="(?:CREATION_TIME|PUBLICATION_TIME)"[^>]*>/.exec(xml)?.[0] ?? ""
  const published = /value="(\d{4}-\d\d-\d\d)/.exec(creation)?.[1] ?? ""
  const times: TimeExpression[] = []
  let text = ""
  let last = 0
  let open: { start: number; tag: string } | undefined
  const add = (piece: string) => {
    text += piece
      .replace(/&amp;/g, "&")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
  }
  for (const match of body.matchAll(/<[^>]*>/g)) {
    add(body.slice(last, match.index))
    last = match.index + match[0].length
    if (match[0].startsWith("<TIMEX3")) open = { start: text.length, tag: match[0] }
    else if (match[0] === "</TIMEX3>" && open) {
      const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(open!.tag)?.[1]
      if (attribute("functionInDocument") !== "CREATION_TIME" && text.length > open.start)
        times.push({
          start: open.start,
          end: text.length,
          type: attribute("type") ?? "",
          value: attribute("value") ?? "",
          mod: attribute("mod"),
        })
      open = undefined
    }
  }
  add(body.slice(last))
  return { id: path, text, times, published }
}
