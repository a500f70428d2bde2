import type { Format } from "../part.ts"

/** One sentence with the PLOVER category that a person coded it with. A sentence that tells two things may come twice. */
export interface CodedSentence {
  readonly id: string
  readonly text: string
  readonly category: string
}

/** Gold-standard records of PLOVER: a JSON list; entries without a text are notes about the file. */
export const codedSentences: Format<CodedSentence> = {
  name: "JSON list of PLOVER records with id, event and text (.txt, .json)",
  folder: "plover-gsr",
  extension: /\.(?:txt|json)$/,
  looks: head => /^\[\s*\{\s*"id":\s*"PLOVER/.test(head),
  corpus: "file",
  read: ({ text }) =>
    (JSON.parse(text) as { id: string; event: string; text?: string }[]).flatMap(({ id, event, text }) =>
      text === undefined ? [] : [{ id, text, category: event }],
    ),
}
