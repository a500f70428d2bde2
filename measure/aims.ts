import type { Figure } from "./part.ts"

/** What a figure should reach. `most` for those that should be small, such as a mean error. */
export interface Aim {
  readonly least?: number
  readonly most?: number
}

// Part, figure, and where an aim is for one corpus alone the start of its file's name. Published results of others, as the lists of the corpora name them.
const AIMS: readonly (readonly [part: string, figure: string, corpus: string, aim: Aim])[] = [
  // Stanza on EWT and GUM, from raw text to the tree: about 96 and 86.
  ["parse", "UPOS", "", { least: 96 }],
  ["parse", "LAS", "", { least: 86 }],
  // spaCy's small English model, about 85.
  ["names", "all", "", { least: 85 }],
  // HeidelTime at TempEval-3.
  ["times", "found F1", "", { least: 90.3 }],
  ["times", "value F1", "", { least: 77.6 }],
  // Mordecai 3 on LGL.
  ["places", "within 161 km", "lgl", { least: 82.7 }],
  // Our own: a wrong status is a wrong fact.
  ["status", "status", "", { least: 92 }],
  // Our own, for the categories Heed has kinds of event for.
  ["categories", "aimed at", "", { least: 75 }],
  // GRIT 2021.
  ["roles", "all roles", "", { least: 54.5 }],
]

export function aimOf(part: string, figure: Figure, corpus: string): Aim | undefined {
  const file = corpus.slice(corpus.lastIndexOf("/") + 1).toLowerCase()
  return AIMS.find(([p, name, start]) => p === part && name === figure.name && file.startsWith(start))?.[3]
}

export function isMissed(aim: Aim, value: number): boolean {
  return (aim.least !== undefined && value < aim.least) || (aim.most !== undefined && aim.most < value)
}
