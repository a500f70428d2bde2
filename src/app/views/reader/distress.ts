import type { Span } from "../../../core/span.ts"

/**
 * Words for wounds, bodies and cruelty that a reader may wish to be spared. Numbers of dead, shots and blasts are no such words: they are what a case is about.
 * Source: Princeton WordNet 3.1, https://wordnet.princeton.edu (free with its notice); the words below the synsets that are named, less what
 * has a harmless everyday sense ("boot", "execute", "hit") and what only tells that somebody died, or names an event ("massacre"). The endings are ours.
 */
const verbs = [
  // kill.v (cause to die), the ways that are told with cruelty
  "asphyxiat|behead|butcher(?=ed|ing)|crucif|decapitat|dismember|electrocut|garrot|garrott|guillotin|immolat|impal|lynch|martyr|slaughter|smother|ston(?=ed to|ing (?:him|her|them|of))|strangl|strangulat|suffocat|throttl",
  // torture.v, mutilate.v, maim.v, rape.v, molestation.n, dismemberment.n
  "torment|tortur|mutilat|mangl|maim|disfigur|disembowel|eviscerat|gouge?|hamstr(?=ung)|rap(?=e|ed|es|ing)|molest|sodomi[sz]|castrat|amputat|scald|flay|scalp",
  // shed_blood.v, laceration.n
  "bleed|hemorrhag|haemorrhag|lacerat|gash",
].join("|")

const nouns = [
  // corpse.n, and body.n where it is a dead one
  "cadavers?|corpses?|carcass(?:es)?|dead bod(?:y|ies)|bod(?:y|ies) (?:lay|lying|were|was|strewn|piled|pulled|recovered|found|parts?)|body parts?|(?:the|his|her|their|human) bod(?:y|ies) (?:on|in|from|under|outside)|(?:found|recovered|discovered|pulled) (?:the |a |two |three )?bod(?:y|ies)|remains of (?:the|his|her|their|a|two|three|victims)|human remains|burned remains|charred remains",
  // gore.n, bloodbath.n, carnage.n, mutilation.n
  "gore|bloodbaths?|carnage|butchery|severed (?:head|hand|arm|leg|foot|finger|limb)s?|(?:missing|lost|losing|severed|blown-off|torn) (?:a |his |her |their |both )?(?:limbs?|legs?|arms?|hands?|feet|eyes?)|entrails|intestines|brain matter|skull fractures?|(?:fractured|crushed|smashed) skulls?|open wounds?|raw wounds?",
  // sexual_assault.n, torture.n
  "sexual(?:ly)? (?:assault|abus|violen|torture)\\w*|sex crimes?|rapists?|gang[ -]rape[ds]?|electric shocks?|waterboard\\w*|mass graves?",
  // choking.n, decapitation.n
  "decapitations?|beheadings?|strangulation|asphyxiation|suffocation|electrocution|immolation|throats? (?:was |were |been )?(?:cut|slit|slashed)|(?:cut|slit|slashed|slitting) (?:his|her|their|the) throats?",
].join("|")

const adjectives = [
  // bloody.a, gruesome.s
  "bloodied|blood-?(?:soaked|stained|spattered|covered|drenched|filled)|gory|ghastly|grisly|gruesome|macabre",
  // charred.s, lifeless.s
  "charred|lifeless|mangled|dismembered|mutilated|bullet-riddled",
].join("|")

// No synsets: what reports say of bodies in several words. Ours.
const phrases =
  "pools? of blood|covered in blood|soaked in blood|traces? of blood|blood (?:on|all over|across|everywhere|ran|flow\\w*|pour\\w*)|bled to death|burn(?:ed|t|ing) (?:alive|to death|beyond)|buried alive|beaten to death|stabbed to death|hacked to death|trampled to death|crushed to death|torn apart|blown (?:apart|to pieces|to bits)|ripped apart|shot (?:him|her|them|in the head|in the face|at point-blank range|at close range)|scream(?:s|ed|ing)|writh(?:ed|ing)"

const graphic = new RegExp(
  `\\b(?:(?:${verbs})(?:e|es|ed|ing|s|y|ies|ied|led|ling|ung)?|${nouns}|${adjectives}|${phrases})\\b`,
  "iu",
)

/** The sentences that hold such words, in order. */
export function findDistressing(text: string, sentences: readonly Span[]): Span[] {
  return sentences
    .filter(({ start, end }) => graphic.test(text.slice(start, end)))
    .map(({ start, end }) => ({ start, end }))
}
