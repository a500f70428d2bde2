import { expect, test } from "vitest"
import { incidentTemplates } from "./incident-templates.ts"

const text = `TST1-MUC3-0001

   PORT SELLA, 4 FEB 90 (NA) -- [TEXT] GUERRILLAS ATTACKED A FARM
NEAR RIVA TWO DAYS AGO.

   THE ARMY DENIED IT.

TST1-MUC3-0002

   NO CITY, NO DATE -- [TEXT] NOTHING HAPPENED.
`

const key = `0.  MESSAGE: ID                     TST1-MUC3-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  02 FEB 90
3.  INCIDENT: LOCATION              SELLONIA: OVEST (DEPARTMENT): RIVA (TOWN): OLD
                                    FARM (FARM)
4.  INCIDENT: TYPE                  ATTACK

0.  MESSAGE: ID                     TST1-MUC3-0001
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  - 04 FEB 90
3.  INCIDENT: LOCATION              SELLONIA
4.  INCIDENT: TYPE                  BOMBING

0.  MESSAGE: ID                     TST1-MUC3-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
3.  INCIDENT: LOCATION              *
`

test("reports with the days and towns of their templates", () => {
  const asked: string[][] = []
  const reports = incidentTemplates.read({
    path: "/corpora/muc4/raw/tst1/tst1-muc3",
    text,
    beside: (...paths) => {
      asked.push([...paths])
      return key
    },
  })
  expect(asked[0]).toContain("key-tst1.v7")
  expect(reports).toEqual([
    {
      id: "TST1-MUC3-0001",
      text: "PORT SELLA, 4 FEB 90 (NA) -- [TEXT] GUERRILLAS ATTACKED A FARM NEAR RIVA TWO DAYS AGO.\n\nTHE ARMY DENIED IT.",
      published: "1990-02-04",
      incidents: [{ day: "1990-02-02", towns: ["RIVA", "OLD FARM"] }, { towns: [] }],
    },
    { id: "TST1-MUC3-0002", text: "NO CITY, NO DATE -- [TEXT] NOTHING HAPPENED.", published: "", incidents: [] },
  ])
})

test("a file of reports is known by its name and first line", () => {
  expect(incidentTemplates.looks(text)).toBe(true)
  expect(incidentTemplates.looks(key)).toBe(false)
  expect(incidentTemplates.extension.test("/muc4/raw/tst2/tst2-muc4")).toBe(true)
  expect(incidentTemplates.extension.test("/muc4/raw/dev/dev-muc3-0001-0100")).toBe(false)
})
