import fc from "fast-check"
import { expect, test } from "vitest"
import { daysOf } from "../../core/edtf.ts"
import { joinPairs, joinStories } from "./join-stories.ts"
import { StoryIndex } from "./story-index.ts"
import { type StoryView, storyView } from "./story-view.ts"

function view(id: string, published: string, title: string, body: string): StoryView {
  return storyView(id, title, `${title}\n\n${body}`, published === "" ? undefined : daysOf(published))
}

const ferry = view(
  "ferry-1",
  "2031-05-03",
  "Bomb on Ostrava ferry kills four at Lindwall pier",
  "A bomb went off on the ferry Halcyon at Lindwall pier on Saturday, killing four passengers, harbour master Ines Okafor said. " +
    "The Halcyon had just come in from Tarn Island with 60 people on board. Police searched the pier for a second device.",
)
const ferryAgain = view(
  "ferry-2",
  "2031-05-04",
  "Toll of Halcyon ferry bombing rises to five",
  "A fifth passenger of the ferry Halcyon has died after Saturday's bombing at Lindwall pier, harbour master Ines Okafor said on Sunday. " +
    "The boat from Tarn Island carried 60 people. No group has said that it was behind it.",
)
const market = view(
  "market",
  "2031-05-04",
  "Bomb at Dorvik market kills four",
  "A bomb hidden in a cart killed four shoppers at the fish market of Dorvik on Sunday, mayor Pelle Strand said. " +
    "Traders had warned of threats for weeks. The market hall was closed and its roof is in danger of falling in.",
)
const all = [ferry, ferryAgain, market]

test("two reports of one bombing are one story, a like bombing elsewhere is another", () => {
  expect(joinStories(all)).toEqual([["ferry-1", "ferry-2"], ["market"]])
})

test("the order in which reports come does not matter", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), views => {
      expect(joinStories(views)).toEqual(joinStories(all))
    }),
  )
})

test("reports without words or dates are stories of their own", () => {
  expect(joinStories([view("a", "", "", ""), view("b", "", "", "")])).toEqual([["a"], ["b"]])
})

test("a large story stays one, though its reports are not all compared", () => {
  const crowd = Array.from({ length: 160 }, (_, at) => ({
    ...ferryAgain,
    id: `copy-${String(at).padStart(3, "0")}`,
  }))
  expect(joinStories([...crowd, market])).toEqual([crowd.map(({ id }) => id), ["market"]])
})

test("the stories of two components are those of each", () => {
  const WORDS = "Osmund Kettering Brailo Vanterpool ferry quarry bakery tunnel strike verdict flood orchard".split(" ")
  const words = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 25 }), texts => {
      const index = new StoryIndex()
      for (const [at, text] of texts.entries()) index.add(view(`r${at}`, "2031-05-03", text[0]!, text.join(" ")))
      const components = new Map([...index.ids()].map(id => [index.componentOf(id).join(), index.componentOf(id)]))
      const apart = [...components.values()].flatMap(ids => joinPairs(index, ids))
      expect(new Set(apart.map(String))).toEqual(new Set(joinPairs(index, index.ids()).map(String)))
    }),
  )
})
