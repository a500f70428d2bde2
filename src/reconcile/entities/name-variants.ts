import type { PersonName } from "./person-name.ts"

/** Short forms of given names, the full ones behind them. Source: own list of English, Spanish, Italian, German and Russian short forms in common use; Apache-2.0. */
const SHORT_FORMS = new Map(
  `abe:abraham al:albert,alan,alfred,alexander alex:alexander,alexandra,alejandro,alexei,aleksandr alejo:alejandro andy:andrew angie:angela
  art:arthur barb:barbara becky:rebecca ben:benjamin bernie:bernard beth:elizabeth betty:elizabeth bill:william billy:william bob:robert bobby:robert
  brad:bradley cathy:catherine charlie:charles chris:christopher,christian,christina,christine chuck:charles cindy:cynthia dan:daniel danny:daniel
  dave:david deb:deborah debbie:deborah debra:deborah dick:richard don:donald donnie:donald doug:douglas ed:edward,edwin,edgar eddie:edward,edwin
  ellie:eleanor,ellen frank:francis,franklin,francesco fred:frederick,alfred freddie:frederick gabe:gabriel gene:eugene geoff:geoffrey
  greg:gregory gus:augustus hank:henry harry:harold,henry herb:herbert ike:isaac jack:john jake:jacob jamie:james jan:janet jeff:jeffrey,jefferson
  jen:jennifer jenny:jennifer jerry:gerald,jerome jess:jessica jim:james jimmy:james joe:joseph joey:joseph johnny:john jon:jonathan josh:joshua
  judy:judith kate:katherine,catherine kathy:katherine,kathleen katie:katherine,kathryn katya:ekaterina ken:kenneth kenny:kenneth kim:kimberly
  larry:lawrence len:leonard leo:leonard,leonardo les:leslie liz:elizabeth lou:louis,louise maggie:margaret mandy:amanda manny:manuel,emmanuel
  marty:martin matt:matthew meg:margaret mel:melvin mick:michael mickey:michael mike:michael mitch:mitchell misha:mikhail nan:nancy nate:nathan,nathaniel
  ned:edward nick:nicholas,nicolas nicky:nicholas norm:norman pam:pamela pat:patrick,patricia patty:patricia paco:francisco pancho:francisco pepe:jose
  peg:margaret peggy:margaret pete:peter phil:philip,phillip ray:raymond rich:richard richie:richard rick:richard ricky:richard rob:robert robbie:robert
  ron:ronald ronnie:ronald rudy:rudolph russ:russell sally:sarah sam:samuel,samantha sammy:samuel sandy:sandra,alexander sasha:aleksandr,alexander
  sergey:sergei seryozha:sergei sid:sidney stan:stanley steph:stephanie steve:steven,stephen stu:stuart sue:susan susie:susan tammy:tamara ted:theodore,edward
  teddy:theodore,edward terry:terence,teresa theo:theodore tim:timothy timmy:timothy toby:tobias tom:thomas,tomas tommy:thomas tony:anthony,antonio
  toni:antonia tolya:anatoly trish:patricia val:valerie,valentine vicky:victoria vic:victor vince:vincent vinny:vincent volodya:volodymyr,vladimir
  vova:volodymyr,vladimir walt:walter wes:wesley will:william willie:william woody:woodrow yura:yuri zach:zachary zack:zachary zhenya:yevgeny
  beto:alberto,roberto chema:jose chucho:jesus gigi:luigi lalo:eduardo lola:dolores nacho:ignacio pino:giuseppe quique:enrique beppe:giuseppe sepp:josef
  hansi:johannes hans:johannes uli:ulrich heini:heinrich kolya:nikolai petya:pyotr vanya:ivan dima:dmitry,dmitri,dmytro kostya:konstantin`
    .split(/\s+/)
    .map(entry => {
      const [short, full] = entry.split(":")
      return [short!, full!.split(",")] as const
    }),
)

/**
 * How two names of persons that are written otherwise may yet be one: an initial, a short form of the first name, a name left out, two surnames of which
 * one is left out, another order. In words, for the reason of a join; undefined when they are no variants. A variant is no proof.
 */
export function variantOf(a: PersonName, b: PersonName): string | undefined {
  if (a.first === "" || b.first === "" || (a.generation !== "" && b.generation !== "" && a.generation !== b.generation))
    return undefined
  return oneWay(a, b) ?? oneWay(b, a) ?? bothWays(a, b)
}

/** What `a`, the shorter name, may have left out of `b`. */
function oneWay(a: PersonName, b: PersonName): string | undefined {
  const sameLast = a.last === b.last
  if (sameLast && 1 < a.first.length && b.middle.includes(a.first)) return "one name leaves the first name out"
  if (sameLast && b.first.length === 1 && b.middle[0] === a.first) return "the first name stands as an initial"
  // "Gaetano Lo Sardo" and "Lo Sardo": two words that are a surname, not a first name.
  if (sameLast && a.middle.length === 0 && b.middle.at(-1) === a.first) return "one name leaves the first name out"
  if (sameLast && a.first.length === 1 && b.first.startsWith(a.first) && middlesFit(a, b))
    return "an initial and the first name"
  if (a.first === b.first && a.middle.length === 0 && b.middle.at(-1) === a.last)
    return "one name leaves the second surname out"
  return undefined
}

function bothWays(a: PersonName, b: PersonName): string | undefined {
  const sameLast = a.last === b.last
  if (sameLast && isShortForm(a.first, b.first) && middlesFit(a, b)) return "a short form of the first name"
  const parts = (name: PersonName) => [name.first, ...name.middle, name.last]
  const [one, two] = [parts(a), parts(b)]
  if (one.join("") === two.join("") || one.join("").replaceAll("-", "") === two.join("").replaceAll("-", ""))
    return "the same names, written together and apart"
  if (one.every(part => 1 < part.length) && [...one].sort().join(" ") === [...two].sort().join(" "))
    return "the same names in another order"
  return undefined
}

function isShortForm(a: string, b: string): boolean {
  const fulls = (name: string) => SHORT_FORMS.get(name) ?? [name]
  return fulls(a).some(name => fulls(b).includes(name)) || (SHORT_FORMS.get(a)?.includes(b) ?? false)
}

function middlesFit(a: PersonName, b: PersonName): boolean {
  return a.middle.length === 0 || b.middle.length === 0 || a.middle[0]![0] === b.middle[0]![0]
}
