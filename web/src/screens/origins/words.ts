import type { GraphEdge, GraphNode } from "../../../../src/app/views/reports/origin-graph-view.ts"
import { originKindInWords } from "../../../../src/app/words.ts"

/** How a link is drawn and told. */
export const edgeKinds: readonly { readonly kind: GraphEdge["kind"]; readonly verb: string; readonly hint: string }[] =
  [
    { kind: "copies", verb: "copies", hint: "the same words" },
    { kind: "rewrites", verb: "rewrites", hint: "the same in other words" },
    { kind: "updates", verb: "updates", hint: "a later telling of the same house" },
    { kind: "cites", verb: "cites", hint: "names it as its source" },
    { kind: "draws-on", verb: "draws on", hint: "gives it some of what it tells" },
  ]

const verbs = new Map(edgeKinds.map(({ kind, verb }) => [kind, verb]))
export const verbOf = (kind: GraphEdge["kind"]): string => verbs.get(kind)!

/** What a node is, in words. */
export function nodeWords(node: GraphNode): string {
  if (node.type === "source") return "a source that is only named"
  if (node.type === "origin") return originKindInWords(node.originKind!)
  return node.copies === 0
    ? node.published
    : `${node.published}; printed by ${node.copies} more in the same words (${node.copyNumbers})`
}
