import { expect, test } from "vitest"
import { codedSentences } from "./coded-sentences.ts"

const text = `[
{ "id": "PLOVER-X-DOCUMENT-1", "event": "DOCUMENT", "eventText": "a note" },
{ "id": "PLOVER-X-PROTEST-1", "event": "PROTEST", "text": "Students marched in Varn." }
]`

test("records with a text are sentences, notes are not", () => {
  expect(codedSentences.looks(text)).toBe(true)
  expect(codedSentences.read({ path: "gsr.txt", text, beside: () => "" })).toEqual([
    { id: "PLOVER-X-PROTEST-1", text: "Students marched in Varn.", category: "PROTEST" },
  ])
})
