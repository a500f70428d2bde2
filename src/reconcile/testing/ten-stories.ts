import type { Reading } from "../../core/reading.ts"
import { count, ReadingBuilder, time, town } from "./reading-builder.ts"

export const TOWNS = ["Varn", "Port Sella", "Orsa", "Kell", "Brun", "Mirow", "Tesk", "Alder", "Gorm", "Lund"]
const THINGS =
  "granary viaduct chapel cistern foundry orchard lighthouse tannery brewery sawmill depot kiln stable dairy forge".split(
    " ",
  )

/** A report of the bombing of one town, in words of that story only. A later story may recall the first one. */
function telling(story: number, paper: number, recalls = false): Reading {
  const [place, day] = [TOWNS[story]!, `2031-${String(5 + (story % 5)).padStart(2, "0")}-${story < 5 ? "01" : "20"}`]
  const own = THINGS.map(thing => `${thing}${story}`)
  const past = "The police recalled the bombing of Varn in May 2031, which killed 19 people."
  const text = [
    `A bombing on ${day} in ${place} killed ${19 + story} people near the ${own[0]} and the ${own[1]}.`,
    `Witnesses of paper ${paper} saw the ${own.slice(2, 9).join(", the ")} burn.`,
    `Mayor Tom Reed ${story} spoke at the ${own.slice(9).join(" and the ")} of ${place}.`,
    ...(recalls ? [past] : []),
    ...(story === 0 || story === 7 ? ["Ana Diaz of the Dawn Column led it."] : []),
  ].join(" ")
  const builder = new ReadingBuilder({ text, publisher: `Paper ${story} ${paper}`, published: day })
  const where = (name: string) => ({
    slot: "where",
    value: town(name, "IT", { lat: 44 + TOWNS.indexOf(name), lon: 9 }),
  })
  const column =
    story === 0 || story === 7 ? builder.entity("Dawn Column", "armed-group", { known: "dawn-column" }) : undefined
  builder.event({
    words: "A bombing",
    subtype: "bombing",
    fills: [
      { slot: "when", value: time(day) },
      where(place),
      { slot: "killed", value: count(19 + story, 19 + story, "people", `${19 + story} people`) },
      ...(column ? [{ slot: "perpetrator", value: column }] : []),
    ],
  })
  if (recalls)
    builder.event({
      words: "the bombing of Varn",
      subtype: "bombing",
      background: true,
      fills: [
        { slot: "when", value: time("2031-05", "May 2031") },
        where("Varn"),
        { slot: "killed", value: count(19, 19, "people", "19 people") },
      ],
    })
  return builder.build()
}

/** Ten invented stories of three reports each; one of a later story recalls the first, two name one group. */
export const tenStories: readonly Reading[] = TOWNS.flatMap((_, story) =>
  [0, 1, 2].map(paper => telling(story, paper, story === 4 && paper === 1)),
)
