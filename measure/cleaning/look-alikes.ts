import { findLookAlikeEdits } from "../../src/text/repair/look-alikes.ts"
import type { Part } from "../part.ts"
import { shareFigure } from "../tally.ts"

const PAIRS: readonly (readonly [string, string])[] = [
  ["o", "о"],
  ["i", "і"],
  ["a", "а"],
  ["e", "е"],
  ["c", "с"],
  ["p", "р"],
  ["x", "х"],
  ["y", "у"],
]

const SENTENCE =
  "Police said on Tuesday that explosives experts had examined every parcel in the port office, people close to the case say."

const HONEST = [
  "Пресс-секретарь сообщил, что взрыв произошёл в порту.",
  "Η αστυνομία ανακοίνωσε ότι η έκρηξη έγινε στο λιμάνι.",
  "قالت الشرطة إن الانفجار وقع في الميناء.",
  "The channel «Голос порта» and the ministry (МВД) gave other figures; the river is called Дон.",
  "The letter о is the most frequent one; the particle “а” means but.",
  "Tests of α-particles and 5 μm filters by the IL2Rγ laboratory, 3 kΩ.",
  "Українська влада заявила, що атака була спланована.",
]

/** Letters of news sentences exchanged for look-alikes of another script, and honest words of other scripts. Our own cases. */
export const lookAlikes: Part<unknown> = {
  name: "look-alikes",
  about: "look-alike letters put right, honest words of other scripts left alone",
  measure(_, run) {
    const damaged = PAIRS.map(([from, to]) =>
      SENTENCE.replace(new RegExp(`(?<=\\p{L})${from}|${from}(?=\\p{L})`, "gu"), to),
    )
    const notRepaired = damaged.filter(text => repaired(text) !== SENTENCE)
    const changed = HONEST.filter(text => repaired(text) !== text)
    for (const text of notRepaired) run.wrong("not repaired", text)
    for (const text of changed) run.wrong("honest text changed", text)
    return [
      shareFigure("damaged texts repaired", damaged.length - notRepaired.length, damaged.length, "texts"),
      shareFigure("honest texts left alone", HONEST.length - changed.length, HONEST.length, "texts"),
    ]
  },
}

function repaired(text: string): string {
  let out = ""
  let done = 0
  for (const edit of findLookAlikeEdits(text)) {
    out += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return out + text.slice(done)
}
