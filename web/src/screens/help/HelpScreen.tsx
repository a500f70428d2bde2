import { useLocation } from "@tanstack/react-router"
import { useEffect } from "react"
import type { HelpView } from "../../../../src/app/views/help-view.ts"
import { useView } from "../../api/views.ts"
import { keys } from "../../frame/keys.ts"
import { View } from "../../states/View.tsx"
import { Counting } from "./Counting.tsx"
import { Figures } from "./Figures.tsx"
import classes from "./help.module.css"
import { Signs } from "./Signs.tsx"

/** Parts of the help, by the anchors that other screens link to. */
const parts = [
  { id: "keys", name: "Keys" },
  { id: "signs", name: "Signs and words" },
  { id: "origins", name: "How origins are counted" },
  { id: "figures", name: "How often Heed is right" },
  { id: "not", name: "What Heed does not do" },
  { id: "glossary", name: "Glossary" },
] as const

/** Keys, signs, how origins are counted, how often Heed is right, what it does not do, and its words. */
export function HelpScreen() {
  const help = useView<HelpView>("/help")
  return (
    <div className="prose">
      <h1 className={classes.title}>Help</h1>
      <nav aria-label="Parts of the help">
        <ul className={classes.parts}>
          {parts.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <View of={help} what="the help">
        {view => <Parts view={view} />}
      </View>
    </div>
  )
}

function Parts({ view }: { readonly view: HelpView }) {
  const { hash } = useLocation()
  useEffect(() => {
    // The text came after the browser had looked for the anchor.
    if (hash !== "") document.getElementById(hash)?.scrollIntoView()
  }, [hash])
  const [keysPart, signs, origins, figures, not, glossary] = parts
  return (
    <>
      <Part {...keysPart}>
        <dl className={classes.keys}>
          {keys.map(({ press, does }) => (
            <div key={does}>
              <dt>
                {press.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part {...signs}>
        <Signs view={view} />
      </Part>
      <Part {...origins}>
        <Counting view={view} />
      </Part>
      <Part {...figures}>
        <Figures view={view} />
      </Part>
      <Part {...not}>
        <ul>
          {view.notDone.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      <Part {...glossary}>
        <dl className={classes.words}>
          {view.glossary.map(({ word, means }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </>
  )
}

function Part({
  id,
  name,
  children,
}: {
  readonly id: string
  readonly name: string
  readonly children: React.ReactNode
}) {
  return (
    <section aria-labelledby={id} className={classes.part}>
      <h2 id={id}>{name}</h2>
      {children}
    </section>
  )
}
