// Word lists: own compilation of English abbreviations, from the AP and GPO style guides' tables and general knowledge. Apache-2.0.

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

/** Abbreviations that stand before a name or number and so never end a sentence. Lower case, without the full stop. */
export const beforeName = words(`
  mr mrs ms mx dr prof gen maj col lt capt cpt cmdr cdr sgt cpl pvt pfc spc adm brig sen sens rep reps gov govs pres
  rev hon fr msgr sr st ste ft mt mme mlle amb supt insp det sec min dep asst atty lieut messrs
  no nos vol art fig pp vs v viz cf ca approx est al e.g i.e ph`)

/** Abbreviations that may end a sentence or go on within it. Lower case, without the full stop. */
export const anywhere = words(`
  jr inc corp co ltd llc bros dept univ assn intl etc jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue tues wed thu thur thurs fri ave blvd rd hwy esq
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev
  okla ore pa tenn tex va vt wash wis wyo dak carol kans nebr que ont alta sask man
  u.s u.n u.k e.u d.c a.m p.m ph.d m.d b.a m.a l.a n.y a.k.a p.s`)

/** Capitalised words that open a sentence rather than go on with a name. Lower case. */
export const openers = words(`
  a an the this that these those he she it they we you i his her its their our your my there here
  in on at by for from with without after before during since until when while where as if though although because despite
  but and or so yet however meanwhile moreover nevertheless still also then thus therefore instead
  what who why how which is are was were do does did has have had can could will would may might should must
  some many most several few all both each every one two three four five six seven eight nine ten no not
  according earlier later now today yesterday officials police authorities witnesses experts analysts`)

/** Words such as "U.S." that look like the end of a sentence: true when the text with its full stop is an abbreviation. */
export function isAbbreviation(text: string): boolean {
  if (!text.endsWith(".")) return false
  const bare = text.slice(0, -1).toLowerCase()
  return beforeName.has(bare) || anywhere.has(bare) || /^(\p{L}\.)*\p{L}$/u.test(bare)
}
