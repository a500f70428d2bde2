import { nameKey } from "./name-key.ts"

/** Bodies that a short name means everywhere: short name = other names. Source: own list of international bodies, United States agencies and news houses; Apache-2.0. */
const LIST = `
UN = United Nations
NATO = North Atlantic Treaty Organization
EU = European Union
IMF = International Monetary Fund
WHO = World Health Organization
UNICEF = United Nations Children's Fund
UNHCR = United Nations High Commissioner for Refugees
UNESCO =
UNRWA =
OPEC = Organization of the Petroleum Exporting Countries
OSCE = Organization for Security and Cooperation in Europe
ASEAN = Association of Southeast Asian Nations
ECOWAS = Economic Community of West African States
IAEA = International Atomic Energy Agency
ICRC = International Committee of the Red Cross
Interpol =
Europol =
World Bank =
African Union =
Arab League = League of Arab States
FBI = Federal Bureau of Investigation
CIA = Central Intelligence Agency
NSA = National Security Agency
DHS = Department of Homeland Security
DEA = Drug Enforcement Administration
ATF = Bureau of Alcohol, Tobacco, Firearms and Explosives
NASA = National Aeronautics and Space Administration
Pentagon =
White House =
Kremlin =
Vatican = Holy See
NYPD = New York Police Department | New York City Police Department
LAPD = Los Angeles Police Department
FSB = Federal Security Service
MI5 =
MI6 =
Mossad =
IDF = Israel Defense Forces | Israeli Defense Forces
AP = Associated Press
AFP = Agence France-Presse
Reuters =
BBC = British Broadcasting Corporation
CNN = Cable News Network
Al Jazeera =
Xinhua = Xinhua News Agency
TASS =
New York Times =
Washington Post =
Wall Street Journal =
Microsoft =
Google =
Facebook =
Twitter =
YouTube =
Telegram =
`

const BODIES = new Map(
  LIST.trim()
    .split("\n")
    .flatMap(line => {
      const [short = "", others = ""] = line.split("=").map(part => part.trim())
      const key = nameKey(short)
      return [short, ...others.split("|")].flatMap(name => (name.trim() === "" ? [] : [[nameKey(name), key] as const]))
    }),
)

/** The key of a body that this name means everywhere, or undefined. `name` as `nameKey` gives it. */
export function worldBodyOf(name: string): string | undefined {
  return BODIES.get(name)
}
