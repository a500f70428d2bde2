import { stemOf, wordsOf } from "../../core/words.ts"
import { COMMON_WORDS } from "../stories/common-words.ts"

/** Words of bodies that every country, town or trade has. Source: own list of English institution words; Apache-2.0. */
const BODY_WORDS = new Set(
  `police policing department dept office officer officers ministry minister ministries government administration authority authorities army navy
  air force forces guard guards guardsmen militia military troops national state federal county city town village municipal metropolitan metro regional
  provincial district local court courts supreme high superior circuit appeal appeals criminal justice council committee commission parliament senate
  assembly congress house representatives cabinet embassy consulate university college school schools academy elementary middle hospital clinic medical
  church mosque temple synagogue station bureau agency service services center centre institute institution party union association federation
  league club team company corporation group bank press news newspaper newsroom times post tribune daily herald journal gazette magazine
  radio television tv channel network media board affairs interior home internal external defence defense foreign health education finance treasury
  transport labor labour agriculture energy environment trade commerce culture information intelligence security public safety fire firefighters
  rescue emergency ambulance examiner examiners coroner coroners sheriff sheriffs attorney attorneys prosecutor prosecutors general border coast
  patrol highway traffic homicide crimes major swat unit squad division brigade battalion command task special operations investigation investigations
  central northern southern eastern western north south east west royal republican republic democratic people peoples popular liberation front
  movement resistance revolutionary islamic united international world global first second third new great grand saint st law enforcement line crime
  stoppers staff department's chief presidential president prime electoral election elections human rights youth women workers`
    .split(/\s+/)
    .map(word => stemOf(word)),
)

const COMMON = new Set(COMMON_WORDS.flatMap(([, stems]) => stems.split(" ")))

/** Whether a name of a body fits many: all its words are such as every country or town has ("Ministry of Defence", "Police Department"). */
export function isGeneric(name: string): boolean {
  return wordsOf(name).every(({ empty, plain, stem }) => (empty && plain !== "us") || BODY_WORDS.has(stem))
}

/** Whether a single word is too ordinary or too short to be one body's own name. */
export function isOrdinary(word: string): boolean {
  const stem = stemOf(word)
  return word.length < 5 || BODY_WORDS.has(stem) || COMMON.has(stem)
}

/** Nouns for people, which titles write with a capital. Source: own list of English titles and occupations; Apache-2.0. */
const PERSON_NOUNS = new Set(
  `coach superintendent supt commissioner pastor reverend spokesman spokeswoman spokesperson detective sergeant sgt lieutenant lt captain capt
  corporal cpl major maj colonel col general gen brigadier brig admiral commander cmdr trooper deputy agent inspector constable marshal warden
  mayor governor gov senator sen congressman congresswoman rep representative minister secretary president vice chairman chairwoman chair
  director manager executive ceo founder owner editor reporter correspondent journalist writer author photographer freelance analyst expert
  professor prof teacher principal dean student doctor dr nurse surgeon lawyer attorney counsel judge justice magistrate prosecutor witness
  victim suspect resident neighbour neighbor father mother son daughter brother sister uncle aunt cousin wife husband friend activist
  actor actress singer player quarterback pilot driver soldier private pvt sheikh imam bishop archbishop cardinal pope rabbi king queen
  prince princess lord lady sir dame ambassador consul envoy adviser advisor aide assistant associate senior junior former acting interim
  mr mrs ms miss first last sunday monday tuesday wednesday thursday friday saturday`
    .split(/\s+/)
    .map(word => stemOf(word)),
)

/** The words of a role or an affiliation that say whose it is: names, not "Police" or "Spokesman". */
export function ownWords(words: string): string[] {
  return wordsOf(words)
    .filter(
      ({ start, empty, stem }) =>
        !empty && !BODY_WORDS.has(stem) && !PERSON_NOUNS.has(stem) && /^\p{Lu}/u.test(words.slice(start)),
    )
    .map(({ stem }) => stem)
}
