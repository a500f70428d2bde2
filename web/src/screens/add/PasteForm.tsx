import { Button, SegmentedControl, Textarea } from "@mantine/core"
import { useState } from "react"
import { postJson } from "../../api/client.ts"
import { useImporting } from "../../imports/imports.ts"
import classes from "./add.module.css"
import { Refusal } from "./Refusal.tsx"
import { StatedFields, useStated } from "./StatedFields.tsx"

/** Words copied from anywhere, as text or as the HTML of a page. */
export function PasteForm() {
  const state = useStated()
  const [words, setWords] = useState("")
  const [chosen, setChosen] = useState<"text" | "html">()
  // The source of a page begins with its first mark.
  const kind = chosen ?? (/^\s*<(?:!doctype|html|head|body|article|div|p|h1)\b/i.test(words) ? "html" : "text")
  const { mutate, isPending, error } = useImporting((texts: readonly object[]) =>
    postJson("/imports/texts", { texts }).then(() => {
      setWords("")
      setChosen(undefined)
      state.clear()
    }),
  )
  return (
    <form
      className={classes.form}
      onSubmit={event => {
        event.preventDefault()
        mutate([{ ...state.stated, [kind]: words }])
      }}
    >
      <Textarea
        label="The words of one report"
        description="With its title and date if you have them: they are found in the words, or stated below."
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
        autosize
        minRows={8}
        maxRows={18}
        classNames={{ input: classes.words! }}
      />
      <StatedFields names={["title", "publisher", "published", "url"]} state={state} />
      <p className={classes.hint}>What you state wins over what is found in the words.</p>
      <div className={classes.send}>
        <Button type="submit" disabled={words.trim() === ""} loading={isPending}>
          Add this report
        </Button>
        <SegmentedControl
          aria-label="What the words are"
          size="xs"
          value={kind}
          onChange={value => setChosen(value as "text" | "html")}
          data={[
            { value: "text", label: "Plain text" },
            { value: "html", label: "HTML source" },
          ]}
        />
      </div>
      <Refusal error={error} />
    </form>
  )
}
