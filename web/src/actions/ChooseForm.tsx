import { Button } from "@mantine/core"
import { visibleLine } from "../../../src/app/visible.ts"
import type { FormProps } from "./ActionDialog.tsx"
import classes from "./actions.module.css"

/** Which of the values told is right. */
export function ChooseForm({ view, pending, onDecide }: FormProps) {
  if (view.choices.length === 0)
    return <p>A name or a place cannot be typed in here: reject this telling, or accept the one that has it right.</p>
  return (
    <>
      <p className={classes.ask}>Which one is right?</p>
      <ul className={classes.actions}>
        {view.choices.map(({ assertionId, words, sayers }, at) => (
          <li key={assertionId}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              classNames={{ root: classes.choice!, label: classes.label! }}
              autoFocus={at === 0}
              disabled={pending}
              onClick={() => onDecide({ action: "accept", item: assertionId, called: visibleLine(words) })}
            >
              <span className={classes.name}>{visibleLine(words)}</span>
              {sayers !== "" && <span className={classes.hint}>according to {visibleLine(sayers)}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
