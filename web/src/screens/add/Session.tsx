import { useImports } from "../../imports/imports.ts"
import { View } from "../../states/View.tsx"
import classes from "./add.module.css"
import { ImportRow } from "./ImportRow.tsx"

/** Everything that was added or removed since Heed was started, newest first. */
export function Session() {
  const imports = useImports()
  return (
    <section aria-labelledby="session" className={classes.session}>
      <h2 id="session">Since Heed was started</h2>
      <View of={imports} what="the imports">
        {list =>
          list.length === 0 ? (
            <p className={classes.hint}>
              Nothing was added yet. Each import will stand here with what came of it, and can be undone.
            </p>
          ) : (
            <ol className={classes.imports}>
              {list.map(one => (
                <ImportRow key={one.id} summary={one} />
              ))}
            </ol>
          )
        }
      </View>
    </section>
  )
}
