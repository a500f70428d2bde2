import type { OpenHeed } from "./open-heed.ts"
import type { StoryIds } from "./screens.ts"

/** Asks the API, as a program with the token does. Throws when it answers with an error. */
export async function ask<Answer>({ origin, url }: OpenHeed, path: string): Promise<Answer> {
  const token = new URL(url).searchParams.get("token")
  const answer = await fetch(`${origin}/api${path}`, { headers: { Authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** The items that screens of one item are looked at with: those that most reports tell, and the report that came second. */
export async function readIds(heed: OpenHeed): Promise<StoryIds> {
  const heads = await ask<{ id: string }[]>(heed, "/report-heads")
  const incidents = await ask<{ rows: { id: string }[] }>(heed, "/incidents")
  const people = await ask<{ rows: { id: string }[] }>(heed, "/people")
  return {
    incident: incidents.rows[0]!.id,
    report: (heads[1] ?? heads[0])!.id,
    other: heads[0]!.id,
    person: people.rows[0]?.id ?? "",
  }
}
