// Word lists of our own (English, closed classes or as the world's news needs them).
const list = (words: string) => new Set(words.trim().split(/\s+/))

/** Words before a place that show it is one. */
export const PLACE_CUES = list(
  "in near at from to outside around through across toward towards into throughout inside within between via beyond leaving left reached entered north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern downtown visiting visited bombed shelled captured seized besieged neighboring neighbouring nearby against over on under above of for and or both is was where than",
)

/** Words that set a place only lightly apart from a person or thing. */
export const WEAK_CUES = list("of for and or both is was where than on over against between under above")

/** Words that people follow as often as places: "to Henry", "from Jones". */
export const LOOSE_CUES = list("to from toward towards")

/** "near Moscow" is not Moscow. */
export const NEAR_CUES =
  /\b(?:near|outside|close to|suburbs? of|outskirts of|not far from|vicinity of|just (?:north|south|east|west) of|(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)? of|(?:kilomet(?:er|re)s|km|miles|mi)\s+(?:away\s+)?(?:from|of|north of|south of|east of|west of|outside))\s+(?:the\s+)?$/i

/** Words that may stand between a place's own capital and its start without making it a name of a person. */
export const MODIFIERS = list(
  "North South East West Northern Southern Eastern Western Central Greater Downtown Metro Metropolitan Inner Upper Lower Northeast Northwest Southeast Southwest Northeastern Northwestern Southeastern Southwestern Mainland Rural Suburban Occupied Federal Old Midtown Uptown Communist Imperial Nazi Ottoman Soviet",
)

/** Capital words at the start of a sentence or headline that are no part of a name. */
export const OPENERS = list(
  "In At From To Near Of The A An And But For On By With As After Before When While Since Until Over Under Around Outside Inside Through Across Between Against Like Where Both Neither Either Meanwhile Although Though If Because Still Yet Then Now Here There Also Even Only Just Most Many Some All Several Two Three Four Five Last Next This That These Those Its Their His Her Our My Your It He She They We I Why How What Who Will Is Are Was Were Has Have Had Can Could Should Would May Might Must Do Does Did Not No Nor So Or Than About Into Onto Toward Towards Throughout Within Without Beyond During Despite Following Unlike Via Per Back Once First Second January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)

/** Titles before a person's name. */
export const TITLES = list(
  "Mr Mrs Ms Miss Dr Prof Professor Gen General Maj Major Lt Lieutenant Col Colonel Capt Captain Sgt Sergeant Cpl Adm Admiral Cmdr Commander Sen Senator Rep Representative Gov Governor President Premier Chancellor Minister Secretary Ambassador Judge Justice Sir Lord Lady Dame King Queen Prince Princess Pope Bishop Archbishop Cardinal Rev Reverend Father Sister Brother Imam Sheikh Ayatollah Mullah Mayor Councilman Councilwoman Commissioner Sheriff Chief Officer Detective Deputy Coach Chairman Chairwoman Director Spokesman Spokeswoman Saint Congressman Congresswoman Attorney Agent Inspector Constable Trooper Pvt Private Marshal Comrade Baron Duke Earl Emperor Sultan Emir",
)

/** Lower-case nouns after the name of a place that belong to its people and bodies: "Gainesville residents". */
export const LOCAL_NOUNS = list(
  "residents resident man woman men women police officials official officers officer firefighters native natives voters students teenager teen couple family families area areas mayor council councillors lawmakers schools school hospital hospitals court courts jail airport suburb suburbs neighborhood neighbourhood neighborhoods streets metropolitan authorities government company firm business businesses employers utility prosecutors grand district attack attacks bombing bombings shooting massacre siege summit talks conference store home house apartment office offices",
)

/** Nouns after the name of a place that make an area of it. */
export const AREA_NOUNS = list(
  "province provinces region regions oblast krai kray governorate state states district county counties prefecture parish department canton voivodeship territory republic municipality emirate",
)

/** Capital words after a place that leave it a place: offices and bodies that govern or serve it. */
export const AUTHORITY_NOUNS = list(
  "Police Mayor Governor Gov Sheriff Fire City County Council Councilman Councilwoman Court Courts Attorney District Public School Schools State Township Village Town Borough Parish Province Region Prosecutor Coroner Commissioner Commissioners Board Senator Sen Rep Representative Prime President Premier Minister Foreign Defense Defence Interior Health Chief Deputy Superintendent Municipal Metropolitan Metro Area Circuit Chamber Highway Department Dept Secretary Ambassador King Queen Republican Republicans Democrat Democrats House Senate Legislature Lt Officer Detective Sgt Capt Regional Provincial Federal Ministry Government Parliament High Middle Elementary Emergency Health Medical Community Recreation Detention Volunteer Water Housing Historical Road Roads Transit Library Juvenile Auditor Treasurer Clerk Assembly Legislative Civil Family Supreme Superior Common Animal Independent Local Social Tourism Redevelopment Planning Zoning Regional Residents Resident Man Woman",
)

/** Nouns for buildings and grounds: with a place they name a site. */
export const FACILITY_NOUNS = list(
  "Airport Airfield Embassy Consulate Hall Theater Theatre Mosque Church Cathedral Synagogue Temple Shrine Monastery Hospital Clinic Station Terminal Stadium Arena Bridge Square Market Bazaar Hotel Mall Palace Prison Jail Tower Towers Museum Library Harbor Harbour Dam Checkpoint Barracks Base Cemetery Zoo Racetrack Refinery Plant Tunnel Gate Plaza Park Camp",
)

/** Capital words after a place that make a name of something else: papers, teams, firms, schools. */
export const OTHER_NOUNS = list(
  "Post Times Herald Tribune Globe Journal News Gazette Daily Chronicle Star Sun Telegraph Guardian Mirror Review Press Observer Examiner Inquirer University College Institute Academy Bank Airlines Airways United Rovers Wanderers Athletic Marathon Symphony Orchestra Philharmonic Opera Ballet Group Inc Corp Co Ltd LLC Company Association Foundation Society Club Conference Agreement Accord Accords Protocol Treaty Declaration Convention Pact Olympics Olympic Games Cup Open Festival Exchange Fed",
)

/** Capital words that are names of towns somewhere and never mean them: faiths, bodies, offices, makers, general nouns in names. */
export const NEVER = list(
  "God Jesus Christ Lord Allah Congress Senate Parliament Union Justice Church Street Avenue Road Drive Lane Chamber City Town Village Vice Police Federal Commerce Casino Junior Senior Post Story Hall Prince Princess Honda Toyota Ford Google Amazon Hamas Hezbollah Romans Roman Empire Supreme Department Sens Reps Cafe Terrace Metro Brig House White Mosque Temple Bible Christmas Easter Mass Internet Web Army Navy Guard Marines Force Court Team Party Group Club Center Centre Building Room Office University College Institute School Hospital Company Bank Mission Hope Liberty Freedom Independence Victory Creek Lake River Mountain Island Bay Park Garden Gardens Bridge Station Depot Best Sun Star Moon Gulf West East North South Far Near Old New Young Day Night Time Times News Today Hip Hop Rock Pop Jazz Rose Lily Daisy May June April August March Mary Michael Saint San Santa Mon Nord Rivers Central Eagle Emerald Jupiter Venus Mars Mercury Saturn Plato Shoreline Trinity Unity Harmony Paradise Eden Israelites Police Mayor Judge Sheriff Governor President General Colonel Captain Major Sergeant Superior Circuit Municipal Common Family Juvenile",
)

/** "Voice of America", "Bank of England": words before "of" that make a name of an organization or paper. */
export const BODIES_OF = list(
  "Times Voice Bank Church University College Museum Federation Association Society Institute Academy Farmers Daughters Sons Boys Girls Club Medal Heart Song Wings Friends Order Knights Alliance Orchestra House",
)

/** Words whose subject is a person or a government: "Washington said". */
export const SPEAKING = list(
  "said says told tells added adds warned warns accused accuses denied denies claimed claims announced announces insisted insists vowed vows rejected rejects condemned condemns argues argued wants wanted believes believed fears hopes",
)

/** Abbreviated states and provinces of postal and press use, each with its country. They count only after a comma. */
export const AREA_SHORT: ReadonlyMap<string, readonly [string, string]> = new Map(
  `US:Ala AL Alabama;Alaska AK Alaska;Ariz AZ Arizona;Ark AR Arkansas;Calif CA California;Colo CO Colorado;Conn CT Connecticut;Del DE Delaware;Fla FL Florida;Ga GA Georgia;Hawaii HI Hawaii;Idaho ID Idaho;Ill IL Illinois;Ind IN Indiana;Iowa IA Iowa;Kan KS Kansas;Kans KS Kansas;Ky KY Kentucky;La LA Louisiana;Maine ME Maine;Md MD Maryland;Mass MA Massachusetts;Mich MI Michigan;Minn MN Minnesota;Miss MS Mississippi;Mo MO Missouri;Mont MT Montana;Neb NE Nebraska;Nebr NE Nebraska;Nev NV Nevada;NH NH New_Hampshire;NJ NJ New_Jersey;NM NM New_Mexico;NY NY New_York;NC NC North_Carolina;ND ND North_Dakota;Ohio OH Ohio;Okla OK Oklahoma;Ore OR Oregon;Pa PA Pennsylvania;Penn PA Pennsylvania;RI RI Rhode_Island;SC SC South_Carolina;SD SD South_Dakota;Tenn TN Tennessee;Tex TX Texas;Utah UT Utah;Vt VT Vermont;Va VA Virginia;Wash WA Washington;WVa WV West_Virginia;Wis WI Wisconsin;Wisc WI Wisconsin;Wyo WY Wyoming;DC DC District_of_Columbia
CA:Ont ON Ontario;Que QC Quebec;BC BC British_Columbia;Alta AB Alberta;Sask SK Saskatchewan;Man MB Manitoba;NB NB New_Brunswick;NS NS Nova_Scotia;Nfld NL Newfoundland_and_Labrador;PEI PE Prince_Edward_Island
AU:NSW NSW New_South_Wales;Vic VIC Victoria;Qld QLD Queensland;ACT ACT Australian_Capital_Territory`
    .split("\n")
    .flatMap(line => {
      const [country, rest] = line.split(":") as [string, string]
      return rest.split(";").flatMap(entry => {
        const [press, postal, name] = entry.split(" ") as [string, string, string]
        const area = [country, name.replaceAll("_", " ")] as const
        return [[press, area] as const, [postal, area] as const]
      })
    }),
)
