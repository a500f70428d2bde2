import { aggregatorsSchema } from "./core/speech-pack.ts"
import aggregators from "./packs/political-violence/aggregators.json" with { type: "json" }
import armedGroups from "./packs/political-violence/armed-groups.json" with { type: "json" }
import languages from "./packs/political-violence/languages.json" with { type: "json" }
import { politicalViolence } from "./packs/political-violence/pack.ts"
import { speechPack } from "./packs/political-violence/speech-pack.ts"
import type { CasePack } from "./reconcile/options.ts"

const groups: readonly { readonly key: string; readonly parent?: string }[] = armedGroups.groups

/** What reconciling needs of the packs, in the shape it asks for. */
export const casePack: CasePack = {
  publishers: [
    ...speechPack.publishers.publishers.map(publisher => ({ ...publisher, wire: false })),
    ...speechPack.wires.wires.map(wire => ({ ...wire, wire: true })),
    ...aggregatorsSchema
      .parse(aggregators)
      .aggregators.map(aggregator => ({ ...aggregator, wire: false, aggregator: true })),
  ],
  eventTypes: Object.fromEntries(
    politicalViolence.types.map(({ key, label, parent }) => [key, { label, ...(parent !== undefined && { parent }) }]),
  ),
  groups: Object.fromEntries(groups.map(({ key, parent }) => [key, { ...(parent !== undefined && { parent }) }])),
  languages: languages.languages,
  languageNames: languages.names,
}
