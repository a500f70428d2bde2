import { expect, test } from "vitest"
import { eventChains, readEventChains } from "./event-chains.ts"

const token = (id: number, sentence: number, word: string) =>
  `<token t_id="${id}" sentence="${sentence}" number="${id}">${word}</token>`
const mark = (kind: string, id: number, ...tokens: number[]) =>
  `<${kind} m_id="${id}"  >\n${tokens.map(at => `  <token_anchor t_id="${at}"/>\n`).join("")}</${kind}>`
const relation = (kind: string, attributes: string, ...mentions: number[]) =>
  `<${kind}_DOC_COREF ${attributes} >\n${mentions.map(id => `  <source m_id="${id}" />\n`).join("")}  <target m_id="99" />\n</${kind}_DOC_COREF>`

const text = [
  '<Document doc_name="5_2ecbplus.xml">',
  ..."The ferry did not set out".split(" ").map((word, at) => token(at + 1, 0, word)),
  ..."A storm delayed the trip".split(" ").map((word, at) => token(at + 10, 1, word)),
  ..."They waited and waited".split(" ").map((word, at) => token(at + 20, 2, word)),
  "<Markables>",
  mark("NEG_ACTION_OCCURRENCE", 1, 5, 6),
  mark("ACTION_OCCURRENCE", 2, 14),
  mark("ACTION_OCCURRENCE", 3, 21),
  mark("ACTION_STATE", 4, 23),
  mark("ACTION_OCCURRENCE", 5, 11),
  mark("HUMAN_PART", 6, 20),
  '<ACTION_OCCURRENCE m_id="99" RELATED_TO="" TAG_DESCRIPTOR="trip" instance_id="ACT1" />',
  "</Markables>",
  relation("CROSS", 'r_id="1" note="ACT1"', 1, 2),
  relation("INTRA", 'r_id="2"', 3, 4),
  "</Document>",
].join("\n")
const beside = () => "Topic,File,Sentence Number\n5,2ecbplus,0\n5,2ecbplus,1\n5,2ecb,2\n"

test("mentions of events are read from checked sentences, with their chains", () => {
  const document = readEventChains({ path: "ecbplus/5/5_2ecbplus.xml", text, beside })
  expect(document.mentions.map(({ start, end, chain }) => [document.text.slice(start, end), chain])).toEqual([
    ["set out", "ACT1"],
    ["storm", "5_2ecbplus.xml mention 5"],
    ["trip", "ACT1"],
  ])
})

test("a chain within a document is one", () => {
  const all = () => "5,2ecbplus,2\n"
  const { mentions } = readEventChains({ path: "ecbplus/5/5_2ecbplus.xml", text, beside: all })
  expect(mentions.map(({ chain }) => chain)).toEqual(["5_2ecbplus.xml relation 2", "5_2ecbplus.xml relation 2"])
})

test("topics that Heed learns from are not measured", () => {
  expect(eventChains.read({ path: "ecbplus/1/1_2ecb.xml", text, beside })).toEqual([])
})
