import { expect, test } from "vitest"
import { namedChains, readNamedChains } from "./named-chains.ts"

const token = (id: number, sentence: number, word: string) =>
  `<token t_id="${id}" sentence="${sentence}" number="${id}">${word}</token>`

const file = [
  '<Document doc_name="5_2ecbplus.xml">',
  ...["http", ":", "/", "/"].map((word, at) => token(at + 1, 0, word)),
  ...["``", "Ana", "Diaz", "'s", "boat", ",", "&quot;", "he", "said", "."].map((word, at) => token(at + 10, 1, word)),
  ...["Fog", "in", "Varn"].map((word, at) => token(at + 20, 2, word)),
  "<Markables>",
  '<HUMAN_PART_PER m_id="1"  >\n  <token_anchor t_id="11"/>\n  <token_anchor t_id="12"/>\n</HUMAN_PART_PER>',
  '<LOC_GEO m_id="2"  >\n  <token_anchor t_id="22"/>\n</LOC_GEO>',
  '<HUMAN_PART_PER m_id="3"  >\n  <token_anchor t_id="17"/>\n</HUMAN_PART_PER>',
  '<ACTION_OCCURRENCE m_id="4"  >\n  <token_anchor t_id="18"/>\n</ACTION_OCCURRENCE>',
  '<HUMAN_PART_PER m_id="9" RELATED_TO="" TAG_DESCRIPTOR="ana" instance_id="HUM1" />',
  "</Markables>",
  '<CROSS_DOC_COREF r_id="7" note="HUM1" >\n  <source m_id="1" />\n  <target m_id="9" />\n</CROSS_DOC_COREF>',
  '<CROSS_DOC_COREF r_id="8" note="LOC1" >\n  <source m_id="2" />\n  <target m_id="9" />\n</CROSS_DOC_COREF>',
  '<CROSS_DOC_COREF r_id="9" note="ACT1" >\n  <source m_id="4" />\n  <target m_id="9" />\n</CROSS_DOC_COREF>',
  "</Document>",
].join("\n")

test("a document of ECB+ is running text with the mentions that are in a chain of people or places", () => {
  const document = readNamedChains({ path: "ecbplus/5/5_2ecbplus.xml", text: file })
  expect(document).toMatchObject({ id: "5_2ecbplus.xml", story: "5 ecbplus" })
  expect(document.text).toBe('"Ana Diaz\'s boat," he said.\n\nFog in Varn')
  expect(
    document.mentions.map(({ start, end, chain, kind }) => [document.text.slice(start, end), chain, kind]),
  ).toEqual([
    ["Ana Diaz", "HUM1", "human"],
    ["Varn", "LOC1", "place"],
  ])
})

test("topics that Heed learns from are not measured", () => {
  const beside = () => ""
  expect(namedChains.read({ path: "ecbplus/1/1_2ecb.xml", text: file, beside })).toEqual([])
  expect(namedChains.read({ path: "ecbplus/5/5_2ecb.xml", text: file, beside })).toHaveLength(1)
})
