// Invented sentences for made reports; Apache-2.0. An idea is what a sentence tells, in one or more orders of its clauses.
// [a|b] are words that mean the same here, {street} is a detail that differs from report to report, {n} a number of it.
// Details in capitals belong to the incident: every report of it has the same.

/** What every report of an incident tells in its first sentences: the facts that independent reporters share. */
export const LEADS: readonly (readonly string[])[] = [
  [
    "[A bomb|An explosive device|A blast] [ripped through|tore through|went off in] the {TARGET} in {TOWN} on {DAY}, [killing|leaving dead] [{DEAD}|{DEADWORD}] people, [police|officials|authorities] said.",
    "[At least|] [{DEAD}|{DEADWORD}] people [were killed|died|lost their lives] [when|as] [a bomb|explosives|a device] [exploded|detonated|blew up] at the {TARGET} in {TOWN} on {DAY}.",
    "The {TARGET} in {TOWN} was [hit|struck|shaken] by an [explosion|attack] on {DAY} that [killed|claimed the lives of] [{DEAD}|{DEADWORD}] people.",
    "[Police|Security forces] in {TOWN} said [{DEAD}|{DEADWORD}] people had [died|been killed] in [an explosion|a bombing] at the {TARGET} on {DAY}.",
    "[Rescuers|Soldiers|Volunteers] [pulled|carried] [{DEAD}|{DEADWORD}] [bodies|dead] from the {TARGET} of {TOWN} [after|following] {DAY}'s [explosion|bombing|blast].",
    "{TOWN} [mourns|is mourning|counts] its [dead|victims]: [{DEAD}|{DEADWORD}] [men and women|people] who [happened to be|were] at the {TARGET} when it was [bombed|blown up] on {DAY}.",
    "[{DEAD}|{DEADWORD}] [dead|killed], [dozens|many] of [families|relatives] waiting for [word|news]: the {TARGET} of {TOWN} [looked|was] like a [battlefield|ruin] [after|hours after] {DAY}'s [blast|attack].",
    "{DAY} [began|started] [quietly|like any other day] at the {TARGET} of {TOWN}; [by its end|when it was over] [{DEAD}|{DEADWORD}] people had [died|been killed] [in a bomb attack|by a bomb].",
  ],
  [
    "[Another|A further] [{HURT}|{HURTWORD}] people were [wounded|injured|hurt], [hospital officials|doctors|medics] said.",
    "[Hospitals|Clinics|Doctors] in {TOWN} [treated|took in|admitted] [{HURT}|{HURTWORD}] [wounded|injured people|casualties].",
    "[Of the|Among the] [survivors|people there], [{HURT}|{HURTWORD}] [needed|received] [treatment|a doctor's care].",
    "[{HURT}|{HURTWORD}] people were [still|being] [in hospital|treated|under observation] [hours later|the next morning|in the evening].",
    "The [mayor's office|health department|Red Cross] [put|gave] the number of [wounded|injured] [at|as] [{HURT}|{HURTWORD}].",
    "[Some|] [{HURT}|{HURTWORD}] others [suffered injuries|were hurt|were taken to hospital].",
  ],
]

/** Words that reporters of all houses use of any attack. */
export const STOCK: readonly string[] = [
  "No group has claimed responsibility for the attack.",
  "There was no immediate claim of responsibility.",
  "No group immediately claimed responsibility for the bombing.",
  "Police said an investigation was under way.",
  "An investigation has been opened, police said.",
  "Security has been tightened across the city.",
  "Police have cordoned off the area and are asking witnesses to come forward.",
  "The death toll is expected to rise.",
  "Officials warned that the death toll could rise further.",
  "The motive for the attack was not immediately clear.",
  "Ambulances rushed to the scene.",
  "The wounded were taken to nearby hospitals.",
  "The authorities have not named any suspects.",
  "Police did not immediately respond to a request for comment.",
]

/** What an official said to all reporters at once; they print it in the same words. */
export const QUOTATIONS: readonly string[] = [
  "We will find those who planned this and we will bring every one of them before a judge in {TOWN}",
  "This was an attack on families who had come out to enjoy the first warm evening of the year",
  "Nobody in {TOWN} should be afraid to walk to the {TARGET} tomorrow morning",
  "Our forensic teams have recovered parts of a timer and will work through the night",
  "I have ordered three days of mourning, and the flags of {TOWN} will fly at half mast",
  "The device was small, it was made by amateurs, and it did terrible harm",
  "We had no warning of any kind, from our own services or from anybody else",
  "The schools of {TOWN} stay closed until we have searched each and every building",
]

/** What only one reporter has: details that another reporter of the same incident would not tell in this choice and order. */
export const DETAILS: readonly (readonly string[])[] = [
  [
    "{name}, [who runs|the owner of] a {shop} on {street}, said the [shock|blast] [threw|flung] him [across the room|against a wall].",
    "The [shock|blast] [hurled|knocked] {name} [through the air|off his feet] [in|inside] the {shop} that he [runs|owns] on {street}.",
  ],
  [
    "[Firefighters|Rescue crews] [needed|took] [{n}|{nword}] hours to [put out|extinguish] the [flames|blaze] in a {shop} next door.",
    "A [fire|blaze] in the neighbouring {shop} was [put out|brought under control] by [firemen|rescue teams] only after [{n}|{nword}] hours.",
  ],
  [
    "A [white|silver] {vehicle} with {place} number plates had been [parked|standing] outside [since|from] [dawn|early morning].",
    "[Since dawn|From early morning], a {vehicle} [registered in|with plates of] {place} had [stood|been left] at the [door|entrance].",
  ],
  [
    "[Investigators|Detectives] [found|recovered] a {object} [among|under] the [rubble|debris] on {street}.",
    "[Among|Under] the [rubble|debris] on {street}, a {object} was [found|discovered] by [investigators|detectives].",
  ],
  [
    "[Trams|Buses] on the {street} line [stopped running|were halted] for [{n}|{nword}] hours.",
    "For [{n}|{nword}] hours no [tram|bus] [ran|passed] [along|on] {street}.",
  ],
  [
    "{name}, a {job} from {place}, [said|recalled] she [saw|noticed] a man [drop|leave] a {object} and [run|hurry] towards {street}.",
    "A man [left|put down] a {object} and [ran|fled] [to|towards] {street}, [according to|said] {name}, a {job} from {place}.",
  ],
  [
    "[Windows|Panes] were [broken|shattered] as far away as {street}, [where|on which] a {shop} [lost|had to give up] its [whole|entire] stock.",
    "A {shop} on {street} [lost|saw ruined] [everything|all its goods] when its [windows|shop front] [broke|burst].",
  ],
  [
    "The [governor|mayor] [cancelled|called off] [a trip|his journey] to {place} and [returned|came back] [by train|by road].",
    "[A trip|A visit] to {place} was [cancelled|cut short] by the [governor|mayor], who [came home|travelled back].",
  ],
  [
    "[Neighbours|Residents] [carried|brought] [blankets|water] to a {building} where [{n}|{nword}] families [spent|passed] the night.",
    "[{n}|{nword}] families [slept|spent the night] in a {building}, [where|and] [residents|people living nearby] [gave|handed] them [blankets|water].",
  ],
  [
    "The {building} [reopened|opened again] [a year|two years] ago after [repairs|works] that cost [{n}|{nword}] million crowns.",
    "[Repairs|Renovation] costing [{n}|{nword}] million crowns had [kept|left] the {building} [closed|shut] until [a year|two years] ago.",
  ],
  [
    "[An|One] {job} named {name} [pulled|dragged] [{n}|{nword}] children [out of|from] the [smoke|wreckage] [before|until] helpers [came|arrived].",
    "[Before|Until] helpers [came|arrived], [{n}|{nword}] children were [pulled|rescued] from the [smoke|wreckage] by {name}, [an|a] {job}.",
  ],
  [
    "[Blood|Plasma] was [flown|driven] in from {place} [because|as] the {building} had [run out|too little].",
    "The {building} had [run out of|too little] [blood|plasma] and [received|was sent] more from {place}.",
  ],
  [
    "[Drones|Helicopters] [searched|combed] the [hills|fields] near {place} for a {vehicle} [seen|filmed] [leaving|driving away].",
    "A {vehicle} [filmed|seen] [driving off|leaving] was [sought|hunted] near {place} with [drones|helicopters].",
  ],
  [
    "[Tickets|Programmes] for a {event} [lay|were strewn] [between|among] [torn|burnt] {object}s.",
    "[Between|Among] [torn|charred] {object}s [lay|one could see] [tickets|programmes] for a {event}.",
  ],
  [
    "The {event} [planned|due] at the {building} this week has been [put off|postponed] [until|to] {month}.",
    "[Organisers|The hosts] [put off|postponed] until {month} the {event} that the {building} [was to hold|had planned].",
  ],
  [
    "[Guards|Watchmen] had [complained|warned] in {month} that the [cameras|lamps] on {street} [did not work|were broken].",
    "The [cameras|lamps] on {street} had been [broken|out of order] since {month}, [guards|watchmen] had [complained|pointed out].",
  ],
  [
    "A {job} [heard|counted] [{n}|{nword}] [shots|bangs] from the [roof|yard] of the {building} [minutes|moments] [earlier|before].",
    "[Minutes|Moments] [earlier|before], [{n}|{nword}] [shots|bangs] from the [roof|yard] of the {building} were [heard|counted] by a {job}.",
  ],
  [
    "{name}, [{n}|{nword}] months [pregnant|married], was [waiting|queueing] for [bread|medicine] [when|as] the [ceiling|roof] [fell|came down].",
    "The [ceiling|roof] [fell|came down] on {name}, [{n}|{nword}] months [married|pregnant], [while|as] she [queued|stood in line] for [bread|medicine].",
  ],
  [
    "[Prayers|A vigil] will be [held|said] at the {building} on {street} [tonight|this evening], [led|headed] by {name}.",
    "{name} will [lead|head] [prayers|a vigil] [tonight|this evening] at the {building} on {street}.",
  ],
  [
    "[Shares|Stock] of the {place} {shop} chain [fell|dropped] [{n}|{nword}] per cent.",
    "[{n}|{nword}] per cent was [wiped|knocked] off the [shares|stock] of the {shop} chain of {place}.",
  ],
  [
    "[A recording|Footage] [shows|has] {vehicle}s [turning|swerving] [away|aside] as [sparks|flames] [leap|rise] from a {shop}.",
    "{vehicle}s [turn|swerve] [aside|away] from [sparks|flames] [above|over] a {shop} in [a recording|footage].",
  ],
  [
    "The [border|road] to {place} was [closed|shut] and [lorries|drivers] [waited|queued] over [{n}|{nword}] kilometres.",
    "[Lorries|Drivers] [formed|stood in] a queue of [{n}|{nword}] kilometres [after|once] the [border|road] to {place} was [shut|closed].",
  ],
  [
    "[Engineers|Experts] [fear|worry] that the [walls|pillars] of the {building} [may not hold|could give way].",
    "The [walls|pillars] of the {building} [could give way|may not hold], [engineers|experts] [fear|believe].",
  ],
  [
    "{name} had [argued|quarrelled] with the [keeper|porter] of the {building} over a {object} [hours|shortly] [before|earlier].",
    "[Hours|Shortly] [before|earlier], the [keeper|porter] of the {building} and {name} [quarrelled|fell out] about a {object}.",
  ],
  [
    "A [choir|band] from {place} [had just|had only just] [left|gone] [by|in a] {vehicle} for a {event}.",
    "For a {event}, a [choir|band] from {place} had [set off|departed] in a {vehicle} [just before|shortly before].",
  ],
  [
    "[Two|Several] {job}s [refused|declined] to [leave|abandon] their {shop} on {street} and [served|gave out] [tea|soup] all night.",
    "[Tea|Soup] was [served|given out] all night by [two|several] {job}s who [stayed|remained] in their {shop} on {street}.",
  ],
]

export const FILLS: { readonly [slot: string]: readonly string[] } = {
  shop: "bakery,pharmacy,bookshop,butcher,tailor,florist,barber,fishmonger,clockmaker,tea house,shoe shop,laundry".split(
    ",",
  ),
  vehicle: "van,minibus,pickup,taxi,tractor,motorcycle,milk lorry,hearse,scooter,fire engine".split(","),
  object: "suitcase,rucksack,violin case,toolbox,pram,lunch tin,umbrella,fishing rod,accordion,flask,camera bag".split(
    ",",
  ),
  job: "teacher,welder,nurse,violinist,plumber,librarian,student,fisherman,gardener,baker,postman,dentist,surveyor".split(
    ",",
  ),
  building:
    "school,library,town hall,gymnasium,museum,theatre,clinic,monastery,granary,barracks,courthouse,aquarium".split(
      ",",
    ),
  event:
    "wedding,chess tournament,concert,book fair,regatta,school play,auction,dance contest,wine fair,marathon".split(
      ",",
    ),
  month: "January,February,March,April,June,July,September,October,November,December".split(","),
}

export const TARGETS =
  "central market,railway station,bus depot,ferry landing,police academy,football stadium,tax office,grain exchange,cathedral square,power plant gate,customs house,university canteen".split(
    ",",
  )

/** Parts of invented names of people, places, streets and newspapers: every combination is one. */
export const NAMES = {
  first:
    "Ana,Bruno,Celia,Dario,Elsa,Fabio,Greta,Hugo,Irma,Jonas,Katia,Leon,Mira,Nestor,Olga,Pavel,Rosa,Silvio,Tamar,Urs".split(
      ",",
    ),
  last: "Brankov,Castellin,Dorvath,Eskelund,Farrugal,Gundersby,Hollender,Istrati,Jankovar,Kestrel,Lomidar,Marchetto,Norrgard,Oblensky,Pellisar,Quintrell,Rosskopf,Sandoval,Tervonen,Vukmirov".split(
    ",",
  ),
  start: "Bel,Cor,Dun,Es,Far,Gol,Hart,Ilm,Jor,Kal,Lem,Mor,Nav,Or,Pel,Quar,Ros,Sel,Tarn,Ulm,Var,Wes,Yar,Zel".split(","),
  end: "mouth,dorf,grad,avia,esta,inia,holm,wick,ano,etto,mere,burg".split(","),
  street: "Lane,Street,Avenue,Square,Quay,Row".split(","),
  paper: "Courier,Gazette,Tribune,Observer,Herald,Chronicle,Sentinel,Examiner,Dispatch,Register".split(","),
} as const
