import type { Part } from "../part.ts"
import { type TreebankDocument, treebank } from "../read/treebank.ts"
import { eventsOf } from "./events-of.ts"

/** Events found in reviews, answers, mail, fiction, manuals and talk, where hardly any is true. Documents named news or weblogs are left out. */
export const falseEvents: Part<TreebankDocument> = {
  name: "false-events",
  about: "events found in sentences that are no news",
  format: treebank,
  measure(documents, run) {
    const others = documents.filter(({ id }) => !/news|blog/i.test(id))
    let sentences = 0
    let found = 0
    for (const { id, sentences: list } of others) {
      const events = eventsOf(list.map(({ text }) => text).join("\n\n"), "", run)
      sentences += list.length
      found += events.length
      for (const event of events)
        run.wrong(`${event.subtype ?? event.type}, ${event.status}`, `${id} ${event.rule}: ${event.description.text}`)
    }
    return [
      {
        name: "false events",
        value: sentences === 0 ? undefined : (1000 * found) / sentences,
        unit: "per 1,000 sentences",
        of: sentences,
        items: "sentences",
        errors: found,
      },
    ]
  },
}
