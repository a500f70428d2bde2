import "@mantine/dropzone/styles.css"
import { Button } from "@mantine/core"
import { Dropzone } from "@mantine/dropzone"
import { useRef } from "react"
import { addFiles, type NamedFile, useImporting } from "../../imports/imports.ts"
import classes from "./add.module.css"
import { Refusal } from "./Refusal.tsx"
import { StatedFields, useStated } from "./StatedFields.tsx"

/** A file with the path that a browser gives it when it was dropped with its folder, or chosen with it. */
type Dropped = File & { readonly path?: string }

const named = (file: Dropped): NamedFile => ({ file, name: file.path ?? (file.webkitRelativePath || file.name) })

/** Files and folders, dropped or chosen. */
export function FilesForm() {
  const state = useStated()
  const { mutate, isPending, error } = useImporting((files: readonly Dropped[]) =>
    addFiles(files.map(named), state.stated),
  )
  const openRef = useRef<() => void>(null)
  const folder = useRef<HTMLInputElement>(null)
  const add = (files: readonly Dropped[]) => {
    if (0 < files.length) mutate(files)
  }
  return (
    <>
      <Dropzone
        onDrop={add}
        openRef={openRef}
        loading={isPending}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        className={classes.drop}
        inputProps={{ "aria-label": "Files of reports" }}
        tabIndex={-1}
      >
        <p className={classes.dropTitle}>Drop files or a folder here</p>
        <p className={classes.dropHint}>
          Text, HTML, Markdown, or JSONL with one report a line. They are read on this machine and go nowhere else.
        </p>
        <div className={classes.choose}>
          <Button variant="default" onClick={() => openRef.current?.()}>
            Choose files
          </Button>
          <Button variant="default" onClick={() => folder.current?.click()}>
            Choose a folder
          </Button>
        </div>
      </Dropzone>
      <input
        ref={folder}
        type="file"
        hidden
        // React knows the attribute of folders only by this name.
        {...{ webkitdirectory: "" }}
        aria-label="A folder of reports"
        onChange={event => {
          add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ""
        }}
      />
      <Refusal error={error} />
      <details className={classes.more}>
        <summary>State publisher or date for all of them</summary>
        <p className={classes.hint}>What you state wins over what is found in the files.</p>
        <StatedFields names={["publisher", "published"]} state={state} />
      </details>
    </>
  )
}
