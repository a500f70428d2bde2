// What counts of people are counts of. Own list of English words for people in news of violence and disaster, by normal form.
const GROUPS: Readonly<Record<string, string>> = {
  people:
    "people persons person others dead deaths death fatalities fatality lives life bodies body souls individuals individual residents resident injured wounded injuries victims victim passengers worshippers worshipers concertgoers bystanders bystander villagers villager survivors survivor inhabitants citizens citizen nationals national",
  civilians: "civilians civilian non-combatants noncombatants",
  men: "men man males",
  women: "women woman females",
  children:
    "children child boys boy girls girl teens teen kids kid minors minor infants babies toddlers teenagers teenager youths schoolchildren pupils",
  "service members":
    "servicemembers servicemember servicemen serviceman servicewomen soldiers soldier troops marines marine sailors sailor airmen paratroopers conscripts conscript reservists",
  "police officers": "policemen policeman police constables constable cops gendarmes gendarme",
  officers: "officers officer",
  attackers:
    "attackers attacker gunmen gunman assailants assailant shooters shooter bombers bomber hijackers hijacker knifemen perpetrators perpetrator",
  fighters:
    "fighters fighter militants militant insurgents insurgent rebels rebel guerrillas guerrilla terrorists terrorist jihadists jihadist extremists extremist gunners mercenaries combatants combatant",
  suspects: "suspects suspect detainees detainee arrestees",
  hostages: "hostages hostage captives captive abductees",
  prisoners: "prisoners prisoner inmates inmate",
  members: "members member",
  operatives: "operatives operative",
  casualties: "casualties casualty",
  officials: "officials official",
  students: "students student",
  workers: "workers worker employees employee staff staffers",
  journalists: "journalists journalist reporters reporter",
  refugees: "refugees refugee migrants migrant",
  protesters: "protesters protester protestors demonstrators demonstrator",
  guards: "guards guard bodyguards",
  families: "families family households",
}
const NORMAL = new Map<string, string>()
for (const [normal, words] of Object.entries(GROUPS)) for (const word of words.split(" ")) NORMAL.set(word, normal)

/** Normal form of a word for people, such as "service members" for "soldiers"; undefined for any other word. */
export function peopleOf(word: string): string | undefined {
  return NORMAL.get(word.toLowerCase())
}

/** Fixed pairs whose last word alone says too little. */
export function pairOf(first: string, second: string): string | undefined {
  const pair = `${first} ${second}`.toLowerCase()
  if (/^(service|military|army|crew) (members?|personnel)$/.test(pair))
    return pair.startsWith("crew") ? "crew members" : "service members"
  if (/^(police|security|law-enforcement) (officers?|personnel|men)$/.test(pair)) return "police officers"
  if (/^suicide bombers?$/.test(pair)) return "attackers"
  if (/^security forces$/.test(pair)) return "security forces"
  return undefined
}

const BODIES: Readonly<Record<string, string>> = {
  crew: "crew members",
  staff: "workers",
  family: "people",
  audience: "people",
  congregation: "people",
  crowd: "people",
  garrison: "service members",
  gang: "members",
}

/** What the members of a body are called: "crew members" for "crew"; undefined for any other word. */
export function membersOf(body: string): string | undefined {
  return BODIES[body.toLowerCase()]
}

// Measures, money and repeats: a number before them counts nothing that a report tells of as a fact about people or things.
const MEASURES = new Set(
  "percent percentage per % dollars dollar euros euro pounds pound rubles roubles yuan rupees yen cents francs marks lira pesos shekels usd km kilometers kilometres kilometer kilometre miles mile meters metres meter metre feet foot ft inches inch yards yard acres acre hectares hectare tons tonnes tonne ton kg kilograms kilos grams ounces lbs degrees mph kph knots points point times time barrels gallons liters litres megawatts kilowatts watts volts bits bytes megabytes gigabytes calories centimeters centimetres millimeters mm cm square cubic thirds quarters fifths tenths halves o'clock counts count am pm a.m p.m basis-points hp horsepower seconds second minutes minute hours hour days day weeks week months month years year decades decade centuries weekends nights".split(
    " ",
  ),
)

/** True for a word of measure, money or time. */
export function isMeasure(word: string): boolean {
  return MEASURES.has(word.toLowerCase().replace(/[.,]+$/, ""))
}

// Words that end the noun phrase after a number.
const STOPS = new Set(
  "in on at of by for from with without and or but who whom whose that which were was are is have has had been be being will would to as after before when while during near since including among than then also if so do does did not can could may might must into onto over under against between out up down off through about around across inside outside because where why how there it he she they we you i this these those said says told died claimed stormed opened killed wounded injured arrested detained attacked took went came made according".split(
    " ",
  ),
)

/** True for a word that no noun phrase goes across. */
export function isStop(word: string): boolean {
  return STOPS.has(word.toLowerCase())
}
