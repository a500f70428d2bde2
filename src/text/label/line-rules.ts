import { isOutletName, readDateLine } from "../metadata/date-line.ts"
import { photoAgencies, sectionNames, teaserHeads, wholeLines } from "./furniture.ts"
import { patterns } from "./furniture-patterns.ts"
import type { Label, Line } from "./line.ts"
import { endsSentence, plainForm, wordsOf } from "./words.ts"

/** A label for one line seen alone, or undefined: "not my business". */
export type LineRule = (line: Line, plain: string) => Label | undefined

/** First rule with a verdict wins. Sure and cheap rules come first; what no rule knows is a candidate for the story. */
export const lineRules: readonly LineRule[] = [
  noWords,
  creditLine,
  captionWithCredit,
  dateLine,
  byline,
  wholeLineFurniture,
  teaserHead,
  shareButtons,
  furniturePattern,
  menuOfSections,
  sureTeaser,
]

/** The label of a line seen alone, with the name of the rule. */
export function labelLine(line: Line): { label: Label | undefined; rule: string } {
  const { plain } = line
  for (const rule of lineRules) {
    const label = rule(line, plain)
    if (label !== undefined) return { label, rule: rule.name }
  }
  return { label: undefined, rule: "" }
}

const furniture = new Map<string, Label>()
for (const [label, phrases] of Object.entries(wholeLines))
  for (const phrase of phrases) furniture.set(plainForm(phrase), label as Label)
const heads = new Set(teaserHeads.map(plainForm))
const sections = new Set(sectionNames)
const agencies = new Set(photoAgencies)

/** "* * *", "—", "|" */
function noWords(line: Line): Label | undefined {
  return /[\p{L}\p{N}]/u.test(line.text) ? undefined : "other"
}

/** "(With inputs from agencies)", "Reporting by Ana Diaz; Editing by Lee Roe", "This story first appeared in ..." */
function creditLine(line: Line): Label | undefined {
  const text = line.text.replace(/^[([—–-]+\s*/, "").replace(/[\])]+\.?$/, "")
  if (400 < text.length) return undefined
  if (pictureHouses.test(text)) return "metadata"
  if (
    agencies.has(text.toLowerCase()) &&
    !/^(file|handout|pool|provided|supplied|courtesy|social media|screen)/i.test(text)
  )
    return "credit"
  return creditShapes.some(shape => shape.test(text)) ? "credit" : undefined
}
// Houses that sell pictures only: their name alone on a line says where a picture comes from, not the text.
const pictureHouses =
  /^(getty( images)?|shutterstock|alamy|i?stock(photo)?|unsplash|pexels|pixabay|flickr|wikimedia( commons)?|zuma( press)?|imago|nurphoto|sipa( usa)?|picture alliance|creative commons|public domain|epa-efe|pa media|pa images)$/i
const creditShapes: readonly RegExp[] = [
  /^with (additional |agency |further |some )?(inputs?|files|reporting|reports|material|contributions?|information|assistance) (from|by)\b/i,
  /^with (agency|agencies|wire|news agency) (inputs?|reports)\b/i,
  /^(agencies|agency inputs|wire reports|news agencies|staff and agencies|combined dispatches|from news services|compiled from .{3,60}|from (wire|agency) reports)\.?$/i,
  /^(additional |further |local )?(reporting|writing|editing|compiled|translated|translation|edited|research|graphics?|production) (and \w+ )?by:? \p{Lu}/iu,
  /^[\p{Lu}][^.!?]{2,200}\bcontributed (additional |further )?(to this (report|story|article|dispatch|piece)|reporting)\b/u,
  /^sources?\s?: ?(?!https?:)\S.{0,60}$/i,
  /^this (story|article|report|piece|post|dispatch|copy) (was|has been|is|has|first|originally)\b.{0,40}\b(appeared|published|produced|generated|edited|supplied|provided|syndicated|republished|reproduced|translated)\b/i,
  /^except for the headline, this story has not been edited/i,
  /^(originally|first) (published|appeared) (on|by|at|in)\b/i,
  /^(published|republished|reproduced|reprinted) (with permission|under|by arrangement|courtesy)\b/i,
]

/** Words, then who took the picture: "A street in Port Sella. (Jane Doe/Some Agency)", "Photo: Jane Doe". */
function captionWithCredit(line: Line): Label | undefined {
  const { text } = line
  if (600 < text.length) return undefined
  if (
    /^((image|media) caption,|file photo|file image|file picture|file -|file –|file —|file\s?:|photo\s?:|photos\s?:|image\s?:|picture\s?:|photograph\s?:|(photo|image|picture) (by|credit|courtesy|shows)|in this (photo|image|picture|file|frame|undated|handout|screen))/i.test(
      text,
    )
  )
    return "caption"
  if (
    /(\bphotos?|photograph|\bimage|\bpicture|photo credit|image credit|file photo|illustration)\s?(:|by|credit|courtesy|©)[^.]{2,80}\.?$/i.test(
      text,
    )
  )
    return "caption"
  if (
    /[.!?”"]\s?(credit|\|)\s?\.{0,3}\s?\p{Lu}[^.]{2,80}$/iu.test(text) &&
    /\bcredit\b|\bvia\b|\//i.test(text.slice(-90))
  )
    return "caption"
  if (/©\s?\p{L}[^.]{1,60}$/u.test(text) && !/^(©|copyright)/i.test(text) && 20 < text.length) return "caption"
  // "REUTERS/Jane Doe", with what the page puts behind it
  if (
    /(?<=[.!?”] ?)\p{Lu}{2,12}\/\p{Lu}[\p{L}.'’-]+( \p{Lu}[\p{L}.'’-]+){0,3}( Purchase Licensing Rights.{0,30})?$/u.test(
      text,
    )
  )
    return "caption"
  const bracket = /[([]([^()[\]]{2,90})[)\]]\.?$/.exec(text)
  return bracket && isPhotoCredit(bracket[1]!, bracket.index) ? "caption" : undefined
}

/** "Jane Doe/Some Agency", "File: Reuters", "AP Photo/Jane Doe". A lone agency counts only behind a short text. */
function isPhotoCredit(credit: string, lengthBefore: number): boolean {
  const parts = credit
    .toLowerCase()
    .split(/\s*[/|,:–—]\s*|\s+via\s+|\s+by\s+|\s+-\s+/)
    .filter(part => part !== "")
  const known = parts.filter(part => agencies.has(part)).length
  if (/\b(photo|photograph|image|handout|screengrab|getty|courtesy)\b/i.test(credit) && known + parts.length > 1)
    return true
  if (0 < known && 1 < parts.length) return true
  if (/^\p{Lu}[\p{L}.'’-]+( \p{Lu}[\p{L}.'’-]+){0,3}\/\p{Lu}[\p{L} .'’/-]+$/u.test(credit) && 20 <= lengthBefore)
    return true
  return known === 1 && parts.length === 1 && 20 <= lengthBefore && lengthBefore <= 220
}

/** "March 29, 2024", "2024-03-25T13:10:07+00:00", "Published 3 May 2031, 14:05 GMT" */
function dateLine(line: Line): Label | undefined {
  return readDateLine(line.text) || loneDateline.test(line.text) ? "dateline" : undefined
}
// "MADISON, Wis. (NWA) -" on a line of its own
const loneDateline =
  /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3}(?:, ?\p{Lu}[\p{L}.]{1,20}){0,2}(?: ?\(\p{Lu}[\p{L}\p{N} .&/-]{1,30}\))? ?(?:--|[-–—])$/u

/** "By Jane Doe and John Roe", "Jane Doe, Staff Writer" */
function byline(line: Line): Label | undefined {
  return isByline(line.text) ? "byline" : undefined
}

const small = "and|&|in|for|of|at|von|van|der|den|de|da|di|del|dos|la|le|bin|ibn|al|el|ter|with|the|to|y|e"
const named = `(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*,?|(?:${small}),?|[|/;–—-])`
const bylineShape = new RegExp(
  `^(?:by|words by|written by|story by|text by|reported by|report by|author|authors|analysis by|opinion by)[: ]\\s*(?!the |a )(?:${named}\\s*){1,16}$`,
  "u",
)
const roleShape = new RegExp(
  `^\\p{Lu}[\\p{L}.'’-]+(?: ${named}){1,5},? (?:(?:Chief|Senior|Staff|Special|Foreign|National|Political|Security|Associate|Managing|Deputy|Contributing|Freelance|Defen[cs]e|Diplomatic|World|Online) ?)*(?:Writer|Correspondent|Reporter|Editor|Journalist|Columnist|Contributor)s?(?:$|[,|] .{0,60}$)`,
  "iu",
)

/** A line that names who wrote the report. */
export function isByline(text: string): boolean {
  if (200 < text.length || endsSentence(text.replace(/\b(Jr|Sr)\.$/, ""))) return false
  const first = text
    .replace(/^(By|BY|by)\b/, "by")
    .replace(/^(\w+)( [Bb]y)\b/, found => found.toLowerCase())
    .replace(/^(Authors?|AUTHOR)\b/, found => found.toLowerCase())
  return bylineShape.test(first) || (roleShape.test(text) && wordsOf(text).length <= 10)
}

const personShape = new RegExp(
  `^(?:[Bb][Yy] |Par |Von |Por )?(?!(?:About|Follow|More|A|The|View|See|All|Author|Written|Posted|Contact|Email|Read|Show)\\b)(?:${named}\\s*){1,16}$`,
  "u",
)

/** Names and roles only, as pages put into an element for the byline: "Maud Kestenbaum in Buenos Aires". */
export function isPersonLine(text: string): boolean {
  return text.length <= 160 && (isByline(text) || (personShape.test(text) && /\p{L}{2}/u.test(text)))
}

function wholeLineFurniture(_line: Line, plain: string): Label | undefined {
  return furniture.get(plain)
}

/** "Related Posts" and its kin; the lines behind it are looked at in `labelSections`. */
function teaserHead(line: Line): Label | undefined {
  return isTeaserHead(line) ? "teaser" : undefined
}

/** True for the head of a list of other stories. */
export function isTeaserHead({ text, plain }: Line): boolean {
  if (heads.has(plain)) return true
  if (60 < text.length || endsSentence(text)) return false
  return /^(more|latest|read more|related|top|popular|recent|trending|also)( (stories|news|articles|posts|headlines|coverage))? (from|in|about|by|on|for you|this week|today)( \p{Lu}[\p{L}\p{N}.&'’-]*| the| this (story|topic|author)| world| our| us){0,4}:?$/iu.test(
    text,
  )
}

/** "Politics Economy Crime Football Horoscope" */
function menuOfSections(line: Line): Label | undefined {
  const { text } = line
  if (300 < text.length || endsSentence(text)) return undefined
  const words = text
    .toLowerCase()
    .split(/[\s|/•·,›>»]+/)
    .filter(word => /\p{L}/u.test(word))
  if (words.length === 0) return undefined
  const known = countSections(words)
  // A single section name is a menu entry only where nothing else is said; "Analysis" may head a part of the story.
  if (
    words.length <= 2 &&
    known === words.length &&
    /^(home|world|latin america|middle east|north america|south america|africa|asia|europe|americas|sports?|business|opinion|weather|e-?paper|entertainment|lifestyle|technology|politics)$/i.test(
      text,
    )
  )
    return "navigation"
  return 3 <= words.length && 0.6 * words.length <= known && /^[\p{Lu}\d]/u.test(text) ? "navigation" : undefined
}

function countSections(words: readonly string[]): number {
  let known = 0
  for (let index = 0; index < words.length; index++) {
    if (sections.has(`${words[index]} ${words[index + 1] ?? ""}`)) {
      known += 2
      index++
    } else if (sections.has(words[index]!)) known++
  }
  return known
}

/** "Facebook Twitter Telegram Print": nothing but words of a share bar. */
function shareButtons(line: Line): Label | undefined {
  if (160 < line.text.length || endsSentence(line.text)) return undefined
  const words = line.text
    .toLowerCase()
    .split(/[\s|/•·,]+/)
    .filter(word => word !== "")
  const known = words.filter(
    word => furniture.get(plainForm(word)) === "share-bar" || /^(on|this|via|article|\d+|&|and|copy|page)$/.test(word),
  ).length
  return 2 <= words.length && known === words.length ? "share-bar" : undefined
}

function furniturePattern(line: Line, plain: string): Label | undefined {
  if (400 < line.text.length) return undefined
  const text = line.text.replace(/^[^\p{L}\p{N}#@©("“[]+/u, "").replace(/[\s.*|:–—-]+$/u, "")
  for (const [label, pattern] of patterns) if (pattern.test(text) || pattern.test(plain)) return label
  return undefined
}

/** "ALSO READ: Hostel fire leaves eight dead" */
function sureTeaser({ text }: Line): Label | undefined {
  if (260 < text.length) return undefined
  return /^(also read|read also|read more|read next|read|see also|must[- ]read|do not miss|don['’]?t miss|related|related (story|article|news|content|coverage|reading)|recommended|watch also|more on this( story)?|see more|you may (also )?like|in case you missed it|icymi|lire aussi|lea también|читайте также)\s?[:|»>–—-]+\s?\S/i.test(
    text,
  )
    ? "teaser"
    : undefined
}

const doubtful =
  /^(more|also|analysis|opinion|explainer|explained|timeline|background|context|in pictures|in photos|photos|live|live updates|follow live|fact[- ]check|editorial|profile|podcast|factbox|interactive|map|quiz|gallery|exclusive|interview|further reading|from the archives?|special report)\s?[:|»>–—]\s?\p{Lu}/iu

/** "ANALYSIS: Why the port was open": a teaser behind the first paragraph, a title before it. */
export function isDoubtfulTeaser(text: string): boolean {
  return text.length <= 200 && doubtful.test(text) && !endsSentence(text) && 4 <= wordsOf(text).length
}

/** The publisher named by a line before the title, such as "RIOPLATE MONITOR". */
export function mastheadOf(text: string): string | undefined {
  if (60 < text.length || endsSentence(text)) return undefined
  if (!isOutletName(text) || wordsOf(text).length < 2) return undefined
  return text.split(/\s+/).every(word => /^(\p{Lu}|of$|the$|\d)/u.test(word)) ? text : undefined
}
