import { Button, Switch } from "@mantine/core"
import type { ReaderView } from "../../../../src/app/views/reader/reader-schema.ts"
import { counted } from "../../../../src/app/words.ts"
import { kinds } from "./kinds.ts"
import classes from "./reader.module.css"

/** What the underlines mean, each with its switch; always in view. */
export function Legend({
  view,
  off,
  onToggle,
  onSwitchSide,
  names,
  onNames,
  mute,
  onMute,
}: {
  readonly view: ReaderView
  readonly off: ReadonlySet<string>
  readonly onToggle: (kind: string) => void
  readonly onSwitchSide: () => void
  readonly names: boolean
  readonly onNames: (shown: boolean) => void
  readonly mute: boolean
  readonly onMute: (muted: boolean) => void
}) {
  const isRaw = view.side === "raw"
  return (
    <div className={classes.legend} role="toolbar" aria-label="What is marked in the text">
      <Button variant="default" size="compact-xs" onClick={onSwitchSide} aria-pressed={isRaw}>
        {isRaw ? "Show the clean text" : "Show what arrived"}
      </Button>
      {isRaw ? (
        <p className={classes.rawKey}>
          <span className={classes.story}>in the story</span> <span className={classes.removedKey}>left out</span>{" "}
          <span className={classes.pageKey}>around them</span>
        </p>
      ) : (
        <>
          <ul className={classes.kinds}>
            {kinds.map(({ kind, name }) => (
              <li key={kind}>
                <button
                  type="button"
                  className={classes.kind}
                  aria-pressed={!off.has(kind)}
                  disabled={view.counts[kind] === 0}
                  onClick={() => onToggle(kind)}
                >
                  <span className={off.has(kind) ? undefined : classes[kind]}>{name}</span>{" "}
                  <span className={classes.count}>{view.counts[kind]}</span>
                </button>
              </li>
            ))}
            {0 < view.repairs && (
              <li>
                <button
                  type="button"
                  className={classes.kind}
                  aria-pressed={!off.has("repair")}
                  onClick={() => onToggle("repair")}
                >
                  <span className={off.has("repair") ? undefined : classes.repair}>repairs</span>{" "}
                  <span className={classes.count}>{view.repairs}</span>
                </button>
              </li>
            )}
          </ul>
          {0 < view.distressing && (
            <Switch
              size="xs"
              label={`Mute ${counted(view.distressing, "distressing passage")}`}
              checked={mute}
              onChange={event => onMute(event.currentTarget.checked)}
            />
          )}
        </>
      )}
      {0 < view.folded && (
        <Switch
          size="xs"
          label="Show names of victims and private people"
          checked={names}
          onChange={event => onNames(event.currentTarget.checked)}
        />
      )}
    </div>
  )
}
