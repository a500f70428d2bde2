import { Button, TextInput } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useState } from "react"
import type { OthersView } from "../../../src/app/views/actions-view.ts"
import { visibleLine } from "../../../src/app/visible.ts"
import { useView } from "../api/views.ts"
import type { FormProps } from "./ActionDialog.tsx"
import classes from "./actions.module.css"

/** The other item that is the same thing, or that is not: found by its name. */
export function MergeForm({
  view,
  pending,
  onDecide,
  action = "merge",
}: FormProps & { readonly action?: "merge" | "keep-apart" }) {
  const [text, setText] = useState("")
  const [wanted] = useDebouncedValue(text, 150)
  const others = useView<OthersView>(`/actions/${encodeURIComponent(view.id)}/others`, { text: wanted })
  return (
    <>
      <TextInput
        autoFocus
        label={action === "merge" ? "It is the same as" : "It is not the same as"}
        placeholder="type some of its name or code"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <ul className={classes.actions} aria-busy={others.isPlaceholderData}>
        {others.data?.map(({ id, title, detail }) => (
          <li key={id}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              classNames={{ root: classes.choice!, label: classes.label! }}
              disabled={pending}
              onClick={() => onDecide({ action, with: id })}
            >
              <span className={classes.name}>{visibleLine(title)}</span>
              <span className={classes.hint}>{detail}</span>
            </Button>
          </li>
        ))}
      </ul>
      {others.data?.length === 0 && <p className={classes.ask}>Nothing of that name in this case.</p>}
    </>
  )
}
