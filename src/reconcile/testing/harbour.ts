import type { Reading } from "../../core/reading.ts"
import type { CaseOptions } from "../options.ts"
import { count, ReadingBuilder, time, town, vague, words } from "./reading-builder.ts"

/** Plain data of a small invented world: two houses, one wire, kinds of attack. */
export const testOptions: CaseOptions = {
  name: "Harbour",
  engine: "test",
  pack: {
    publishers: [
      { key: "orsa-wire", name: "Orsa Wire", wire: true },
      { key: "morning-post", name: "The Morning Post", aliases: ["Morning Post"], family: "post" },
      { key: "evening-post", name: "Evening Post", family: "post" },
      { key: "all-news", name: "All News", aggregator: true },
      { key: "sella-times", name: "Sella Times" },
    ],
    eventTypes: {
      attack: { label: "Attack" },
      bombing: { label: "Bombing", parent: "attack" },
      shooting: { label: "Shooting", parent: "attack" },
      plot: { label: "Plot" },
      arrest: { label: "Arrest" },
    },
  },
}

const sella = town("Port Sella", "IT", { lat: 44.1, lon: 9.8 })
const varn = town("Varn", "IT", { lat: 45.9, lon: 12.1 })

/** An invented story in five reports: a wire, its copy, two own reports with a rising toll, and one without a date. */
export function harbour(): Reading[] {
  const wireText = [
    "A bomb exploded at the ferry terminal of Port Sella on 3 May, killing at least 9 people and wounding about 50, the coast guard said.",
    "Rescue boats searched the black water between the two piers until midnight for passengers of the last ferry.",
    "“We found the hull split open like a walnut,” said Ana Diaz, the chief of the coast guard.",
    "The terminal handles forty thousand travellers in an ordinary week and had no guards at the northern gate.",
  ].join(" ")
  const wire = new ReadingBuilder({ text: wireText, publisher: "Orsa Wire", published: "2031-05-03" })
  const coastGuard = wire.entity("Ana Diaz", "person", { role: "chief of the coast guard" })
  wire.statement("Ana Diaz", "We found the hull split open like a walnut", "direct", coastGuard)
  wire.event({
    words: "exploded",
    subtype: "bombing",
    fills: [
      { slot: "where", value: sella },
      { slot: "when", value: time("2031-05-03", "3 May") },
      { slot: "killed", value: count(9, null, "people", "at least 9 people") },
      { slot: "target", value: words("the ferry terminal") },
    ],
  })

  const copy = new ReadingBuilder({
    text: `${wireText} (Orsa Wire)`,
    publisher: "Sella Times",
    published: "2031-05-04",
  })
  copy.cite("Orsa Wire", "(Orsa Wire)", { kind: "wire", form: "credit" })
  const copied = copy.entity("Ana Diaz", "person", { role: "chief of the coast guard" })
  copy.statement("Ana Diaz", "We found the hull split open like a walnut", "direct", copied)
  copy.event({
    words: "exploded",
    subtype: "bombing",
    fills: [
      { slot: "where", value: sella },
      { slot: "when", value: time("2031-05-03", "3 May") },
      { slot: "killed", value: count(9, null, "people", "at least 9 people") },
      { slot: "target", value: words("the ferry terminal") },
    ],
  })

  const own = new ReadingBuilder({
    text: [
      "Seventeen people died in the bombing of the ferry terminal in Port Sella, the health ministry said on Tuesday.",
      "The Dawn Column claimed responsibility on its channel.",
      "The embassy of Orsa had told citizens on 1 May to keep away from the ferries of Port Sella before 10 May.",
      "Four men were arrested on 30 April in Varn over a plan to bomb the football tournament there.",
    ].join(" "),
    publisher: "The Morning Post",
    published: "2031-05-06",
  })
  const column = own.entity("Dawn Column", "armed-group", { known: "dawn-column" })
  const bombing = own.event({
    words: "the bombing of the ferry terminal",
    subtype: "bombing",
    fills: [
      { slot: "where", value: sella },
      { slot: "when", value: time("2031-05-03", "bombing") },
      {
        slot: "killed",
        value: count(17, 17, "people", "Seventeen people"),
        by: [{ kind: "organization", name: "Health Ministry" }],
      },
      { slot: "target", value: words("the ferry terminal") },
      { slot: "claimed-by", value: column },
    ],
  })
  own.event({
    words: "arrested",
    type: "arrest",
    fills: [
      { slot: "arrested", value: count(4, 4, "men", "Four men") },
      { slot: "when", value: time("2031-04-30", "30 April") },
      { slot: "where", value: varn },
    ],
  })
  own.event({
    words: "a plan to bomb the football tournament",
    subtype: "bombing",
    status: "foiled",
    fills: [
      { slot: "where", value: varn },
      { slot: "target", value: words("the football tournament") },
    ],
  })
  own.warning(
    "The embassy of Orsa had told citizens on 1 May to keep away from the ferries of Port Sella before 10 May.",
    {
      kind: "advisory",
      issuer: "embassy of Orsa",
      audience: ["citizens"],
      channel: "public",
      issued: time("2031-05-01", "1 May"),
      horizon: time("2031-05-01/2031-05-10", "before 10 May"),
      subject: { place: sella, target: { kind: "text", text: "the ferries", norm: "ferry" } },
      before: [bombing],
    },
  )

  const undated = new ReadingBuilder({
    text: "Dozens were killed and hurt when a bomb tore through the ferry terminal at Port Sella on 2 May, officials said. A shooting at the same quay in 2024 had killed two.",
    file: "undated.txt",
  })
  undated.event({
    words: "a bomb tore through",
    subtype: "bombing",
    fills: [
      { slot: "where", value: sella },
      { slot: "when", value: time("2031-05-02", "2 May") },
      { slot: "killed", value: vague(24, 99, "Dozens") },
      { slot: "target", value: words("the ferry terminal") },
    ],
  })
  undated.event({
    words: "A shooting",
    subtype: "shooting",
    background: true,
    fills: [
      { slot: "when", value: time("2024", "2024") },
      { slot: "where", value: { ...sella, text: "quay" } },
    ],
  })

  const vagueTelling = new ReadingBuilder({
    text: "The Port Sella bombing has shaken the coast. Attacks on ports have become common. A tournament could be next, an analyst said.",
    publisher: "Evening Post",
    published: "2031-05-08",
  })
  vagueTelling.event({
    words: "The Port Sella bombing",
    subtype: "bombing",
    fills: [{ slot: "where", value: { ...sella, text: "Port Sella" } }],
  })
  vagueTelling.event({ words: "Attacks on ports", plural: true, fills: [{ slot: "target", value: words("ports") }] })
  return [wire, copy, own, undated, vagueTelling].map(builder => builder.build())
}
