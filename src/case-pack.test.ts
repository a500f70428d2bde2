import { expect, test } from "vitest"
import { casePack } from "./case-pack.ts"

const { publishers } = casePack

test("no two media have one key or one host", () => {
  expect(new Set(publishers.map(publisher => publisher.key)).size).toBe(publishers.length)
  const hosts = publishers.flatMap(publisher => publisher.domains ?? [])
  expect(new Set(hosts).size).toBe(hosts.length)
  expect(hosts.filter(host => !/^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))).toEqual([])
})

test("the largest wires and portals are known by their hosts", () => {
  const of = (host: string) => publishers.find(publisher => publisher.domains?.includes(host))
  for (const host of ["reuters.com", "apnews.com", "afp.com", "xinhuanet.com", "tass.com", "aa.com.tr"])
    expect(of(host)).toMatchObject({ wire: true })
  for (const host of ["msn.com", "yahoo.com", "news.google.com", "apple.news", "newsbreak.com", "smartnews.com"])
    expect(of(host)).toMatchObject({ aggregator: true })
})
