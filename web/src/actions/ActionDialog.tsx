import { Button, CloseButton, Kbd, Modal, TextInput } from "@mantine/core"
import { type ReactNode, useState } from "react"
import type { ActionsView } from "../../../src/app/views/actions-view.ts"
import { visibleLine } from "../../../src/app/visible.ts"
import { useView } from "../api/views.ts"
import type { ItemRef } from "../evidence/shown.ts"
import { Failed } from "../states/Failed.tsx"
import { Loading } from "../states/Loading.tsx"
import classes from "./actions.module.css"
import { ChooseForm } from "./ChooseForm.tsx"
import { CorrectForm } from "./CorrectForm.tsx"
import { actionWords, type Decision, useDecide } from "./decide.ts"
import { GradeForm } from "./GradeForm.tsx"
import { MergeForm } from "./MergeForm.tsx"
import { openActions } from "./open.ts"
import { SplitForm } from "./SplitForm.tsx"

/** What a form asks of the dialog: to write its part of a decision down. */
export interface FormProps {
  readonly view: ActionsView
  readonly pending: boolean
  readonly onDecide: (decision: Omit<Decision, "item" | "note"> & { readonly item?: string }) => void
}

const forms: Partial<Record<string, (props: FormProps) => ReactNode>> = {
  correct: CorrectForm,
  merge: MergeForm,
  "keep-apart": props => <MergeForm {...props} action="keep-apart" />,
  split: SplitForm,
  grade: GradeForm,
  choose: ChooseForm,
}

/** Everything that can be decided about one item: what needs no more words is done at once, the rest has a form. */
export function ActionDialog({ item }: { readonly item: ItemRef }) {
  const view = useView<ActionsView>(`/actions/${encodeURIComponent(item.id)}`)
  const title = view.data ? `${capital(view.data.kind)}: ${visibleLine(view.data.title)}` : "Decide"
  const close = () => openActions(undefined)
  return (
    // Scrolling is not locked: that would write a style of its own into the page, which its policy forbids.
    <Modal.Root opened onClose={close} size="lg" lockScroll={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body className={classes.dialog!}>
          <div className={classes.top}>
            <h2 className={classes.title}>{title}</h2>
            <CloseButton aria-label="Close" onClick={close} />
          </div>
          {view.data ? (
            <Choices view={view.data} />
          ) : view.isError ? (
            <Failed error={view.error} />
          ) : (
            <Loading what="what can be decided" lines={3} />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

function Choices({ view }: { readonly view: ActionsView }) {
  const [form, setForm] = useState<string>()
  const [note, setNote] = useState("")
  const { mutate, isPending, error, reset } = useDecide()
  const decide: FormProps["onDecide"] = decision =>
    mutate(
      { item: view.id, called: visibleLine(view.title), ...(note.trim() !== "" && { note: note.trim() }), ...decision },
      { onSuccess: () => openActions(undefined) },
    )
  const choose = (action: Decision["action"]) => {
    reset()
    // Of several values told it has to be said which is right; a name or a place is chosen, not typed.
    if (action === "accept" && 1 < view.choices.length) setForm("choose")
    else if (action === "correct" && view.correct?.input === "choose") setForm("choose")
    else if (action in forms) setForm(action)
    else decide({ action })
  }
  const Form = form === undefined ? undefined : forms[form]
  const onKey = (event: React.KeyboardEvent) => {
    if (Form || (event.target as Element).closest("input, textarea, select")) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const action = view.actions.find(one => wordsOf(one).key === event.key)
    if (!action) return
    event.preventDefault()
    choose(action as Decision["action"])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only choose among the buttons within
    <div onKeyDown={onKey}>
      {view.decided.map(({ id, words }) => (
        <p key={id} className={classes.decided}>
          {capital(visibleLine(words))}{" "}
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => decide({ action: "withdraw", item: id, called: visibleLine(words) })}
          >
            Withdraw
          </Button>
        </p>
      ))}
      {Form ? (
        <Form view={view} pending={isPending} onDecide={decide} />
      ) : (
        <ul className={classes.actions}>
          {view.actions.map((action, at) => (
            <li key={action}>
              <Button
                variant="default"
                fullWidth
                justify="flex-start"
                classNames={{ root: classes.choice!, label: classes.label! }}
                // Once for a list that comes after the dialog, once for the dialog's own choice of what has the focus.
                autoFocus={at === 0}
                {...(at === 0 && { "data-autofocus": true })}
                disabled={isPending}
                leftSection={<Kbd>{wordsOf(action).key}</Kbd>}
                onClick={() => choose(action as Decision["action"])}
              >
                <span className={classes.name}>{wordsOf(action).name}</span>
                <span className={classes.hint}>{wordsOf(action).hint}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {visibleLine(error.message)}
        </p>
      )}
      <TextInput
        className={classes.note!}
        label="Why (kept with the decision)"
        placeholder="optional"
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {Form && (
        <Button variant="subtle" size="compact-sm" onClick={() => setForm(undefined)}>
          Back to all actions
        </Button>
      )}
    </div>
  )
}

const wordsOf = (action: string) => actionWords[action as Decision["action"]]
