import { Button, Checkbox, Textarea } from "@mantine/core"
import { useState } from "react"
import { counted } from "../../../../src/app/words.ts"
import { postJson } from "../../api/client.ts"
import { useImporting } from "../../imports/imports.ts"
import classes from "./add.module.css"
import { Refusal } from "./Refusal.tsx"

/** Pages of the web, fetched because somebody asked for them. */
export function AddressForm() {
  const [typed, setTyped] = useState("")
  const [allowPrivate, setAllowPrivate] = useState(false)
  const addresses = [...new Set(typed.split(/\s+/).filter(word => word !== ""))]
  const { mutate, isPending, error } = useImporting((addresses: readonly string[]) =>
    postJson("/imports/addresses", { addresses, allowPrivate }).then(() => setTyped("")),
  )
  return (
    <form
      className={classes.form}
      onSubmit={event => {
        event.preventDefault()
        mutate(addresses)
      }}
    >
      <Textarea
        label="Addresses, one on each line"
        placeholder="https://…"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        autosize
        minRows={4}
        maxRows={14}
        classNames={{ input: classes.addresses! }}
      />
      <p className={classes.leaves}>
        <strong>This leaves your machine.</strong> Heed asks these sites for their pages, once, without cookies; they
        see your network address and that Heed asks. Nothing else in Heed uses the network.
      </p>
      <Checkbox
        label="Also from this machine or my own network"
        checked={allowPrivate}
        onChange={event => setAllowPrivate(event.currentTarget.checked)}
      />
      <div className={classes.send}>
        <Button type="submit" disabled={addresses.length === 0} loading={isPending}>
          {addresses.length < 2 ? "Fetch the page" : `Fetch ${counted(addresses.length, "page")}`}
        </Button>
      </div>
      <Refusal error={error} />
    </form>
  )
}
