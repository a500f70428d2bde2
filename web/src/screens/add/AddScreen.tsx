import { Tabs } from "@mantine/core"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { edtfInWords } from "../../../../src/app/words.ts"
import { useCase, useQuestion } from "../../api/views.ts"
import { AddressForm } from "./AddressForm.tsx"
import classes from "./add.module.css"
import { FilesForm } from "./FilesForm.tsx"
import { PasteForm } from "./PasteForm.tsx"
import { Session } from "./Session.tsx"

/** Ways for reports into the case, and what came of each. */
export function AddScreen() {
  const { way = "files" } = useSearch({ strict: false }) as { way?: string }
  const navigate = useNavigate()
  const { data } = useCase()
  const { asOf } = useQuestion()
  return (
    <div className="prose">
      <h1 className={classes.title}>Add reports</h1>
      <p className={classes.lead}>
        {data?.counts.reports === 0
          ? "This case is empty. Bring in the reports of one story: three or more, and Heed shows what they agree on, what they dispute, and who only repeats whom."
          : "More reports of the story: what is known is worked out anew, and every change can be taken back."}
      </p>
      {asOf !== undefined && (
        <p className={classes.hint}>
          You look at the case as it was known at {edtfInWords(asOf)}. Reports of a later day, or without a date, are
          added too, and seen when you go back to all reports.
        </p>
      )}
      <Tabs
        value={way}
        onChange={next =>
          void navigate({
            to: ".",
            search: old => ({ ...old, way: next === "files" ? undefined : next }) as never,
            replace: true,
          })
        }
        keepMounted
      >
        <Tabs.List className={classes.ways}>
          <Tabs.Tab value="files">Files and folders</Tabs.Tab>
          <Tabs.Tab value="paste">Paste words</Tabs.Tab>
          <Tabs.Tab value="addresses">Web addresses</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="files">
          <FilesForm />
        </Tabs.Panel>
        <Tabs.Panel value="paste">
          <PasteForm />
        </Tabs.Panel>
        <Tabs.Panel value="addresses">
          <AddressForm />
        </Tabs.Panel>
      </Tabs>
      <Session />
    </div>
  )
}
