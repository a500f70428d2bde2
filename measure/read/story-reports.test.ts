import { expect, test } from "vitest"
import { subTopics, triplets } from "./story-reports.ts"

function beside(): string {
  throw new Error("nothing lies beside it")
}

test("an article of BASIL is its title and its paragraphs, with the story of its triplet", () => {
  const text = JSON.stringify({
    title: "Mayor resigns",
    date: "2012-05-01",
    source: "a",
    "triplet-uuid": "t1",
    "body-paragraphs": [["One.", "Two."], ["Three."]],
  })
  expect(triplets.read({ path: "x/2012_t1_1.json", text, beside })).toEqual([
    {
      id: "2012_t1_1.json",
      story: "t1",
      title: "Mayor resigns",
      text: "Mayor resigns\n\nOne. Two.\n\nThree.",
      published: "2012-05-01",
    },
  ])
})

test("an article without a triplet is told", () => {
  const text = JSON.stringify({ title: "", source: "a", "body-paragraphs": [] })
  expect(() => triplets.read({ path: "x/a.json", text, beside })).toThrow("triplet-uuid")
})

test("a document of ECB+ is its sentences without the address above them; its story is topic and half", () => {
  const token = (sentence: number, words: string) =>
    words
      .split(" ")
      .map((word, at) => `<token t_id="${at}" sentence="${sentence}" number="${at}">${word}</token>`)
      .join("\n")
  const text = `<Document doc_name="5_2ecbplus.xml">\n${token(0, "http : / / a . b")}\n${token(1, "A storm &amp; a flood")}\n${token(2, "Ten fled")}</Document>`
  expect(subTopics.read({ path: "ecbplus/5/5_2ecbplus.xml", text, beside })).toEqual([
    {
      id: "5_2ecbplus.xml",
      story: "5 ecbplus",
      title: "A storm & a flood",
      text: "A storm & a flood\n\nTen fled",
      published: "",
    },
  ])
})

test("topics that Heed learns from are not measured", () => {
  expect(subTopics.read({ path: "ecbplus/1/1_2ecb.xml", text: "", beside })).toEqual([])
})
