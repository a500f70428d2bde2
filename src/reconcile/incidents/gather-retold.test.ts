import { expect, test } from "vitest"
import type { Value } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { type EventParts, ReadingBuilder, time, town, words } from "../testing/reading-builder.ts"

const sella = town("Port Sella", "IT", { lat: 44.1, lon: 9.8 })
const varn = town("Varn", "IT", { lat: 45.9, lon: 12.1 })

interface Told extends Partial<EventParts> {
  readonly words: string
  readonly where?: Value
  readonly when?: string
  readonly target?: Value
}

/** The events of one report by the words of their mentions, joined ones together: "bomb, blast | shooting". */
function eventsOf(text: string, ...told: readonly Told[]): string {
  const builder = new ReadingBuilder({ text, publisher: "Paper", published: "2031-05-04" })
  for (const { words: trigger, where, when, target, ...event } of told)
    builder.event({
      subtype: "bombing",
      words: trigger,
      ...event,
      fills: [
        ...(where ? [{ slot: "where", value: where, words: trigger }] : []),
        ...(when === undefined ? [] : [{ slot: "when", value: time(when), words: trigger }]),
        ...(target ? [{ slot: "target", value: target, words: trigger }] : []),
      ],
    })
  return buildCase([builder.build()], testOptions)
    .incidents.map(incident => incident.mentions.map(mention => mention.evidence.text).join(", "))
    .sort()
    .join(" | ")
}

const first = { where: sella, when: "2031-05-03" }

test("what a report tells after an event without anything that contradicts it is that event", () => {
  const text =
    "A bomb tore through the pier. An explosion was heard at dawn on Saturday. Windows broke when it blew up in Port Sella."
  expect(
    eventsOf(
      text,
      { words: "bomb", ...first },
      { words: "explosion", when: "2031-05-03" },
      { words: "blew up", where: sella },
    ),
  ).toBe("bomb, explosion, blew up")
  // Why each is there can be read.
  const builder = new ReadingBuilder({ text, published: "2031-05-04" })
  builder.event({ words: "bomb", subtype: "bombing", fills: [{ slot: "where", value: sella, words: "bomb" }] })
  builder.event({ words: "explosion", subtype: "bombing" })
  expect(
    buildCase([builder.build()], testOptions)
      .incidents[0]!.mentions.map(mention => mention.why)
      .sort(),
  ).toEqual(["first telling", "nothing in the report tells it apart from what was told before"])
})

test("another day, town or kind, what is called another one, and an older one stay events of their own", () => {
  const both = (text: string, second: Omit<Told, "words">) =>
    eventsOf(text, { words: "bomb", ...first }, { words: "blast", ...second })
  const text = "A bomb tore through the pier. A blast was heard."
  expect(both(text, { when: "2031-05-01" })).toBe("blast | bomb")
  expect(both(text, { where: varn })).toBe("blast | bomb")
  expect(both(text, { subtype: "stabbing", where: sella })).toBe("blast | bomb")
  expect(both("A bomb tore through the pier. Another deadly blast was heard.", { where: sella })).toBe("blast | bomb")
  expect(both("A bomb tore through the pier. In a separate attack a blast was heard.", { where: sella })).toBe(
    "blast | bomb",
  )
})

test("a ship is no terminal: two named targets are two events, and what fits both stays by itself", () => {
  const text = "A bomb tore through the ferry terminal. A blast sank the Merete. The explosion was heard far away."
  const builder = new ReadingBuilder({ text, published: "2031-05-04" })
  const event = (trigger: string, target?: Value) =>
    builder.event({
      words: trigger,
      subtype: "bombing",
      fills: [
        { slot: "where", value: sella, words: trigger },
        ...(target ? [{ slot: "target", value: target, words: trigger }] : []),
      ],
    })
  event("bomb", words("the ferry terminal"))
  event("blast", builder.entity("Merete", "facility"))
  event("explosion")
  expect(
    buildCase([builder.build()], testOptions)
      .incidents.map(incident => incident.mentions.map(mention => mention.evidence.text).join(", "))
      .sort(),
  ).toEqual(["blast", "bomb", "explosion"])
})

test("a news report that gives no day does not take the day of an older event", () => {
  const text = "A bomb tore through the pier. A blast was heard there on 23 March."
  expect(eventsOf(text, { words: "bomb", where: sella }, { words: "blast", when: "2031-03-23" })).toBe("blast | bomb")
})
