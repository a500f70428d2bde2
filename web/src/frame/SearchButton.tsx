import { Kbd, UnstyledButton } from "@mantine/core"
import { setPalette } from "../palette/open.ts"
import classes from "./frame.module.css"

/** Opens the command palette. */
export function SearchButton() {
  return (
    <UnstyledButton className={classes.search} aria-haspopup="dialog" onClick={() => setPalette(true)}>
      <span>
        Search<span className={classes.more}> or command</span>
      </span>
      <Kbd size="xs" aria-hidden>
        Ctrl K
      </Kbd>
    </UnstyledButton>
  )
}
