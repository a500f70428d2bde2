import type { OpenHeed } from "./open-heed.ts"
import type { StoryIds } from "./screens.ts"

/** Asks the API, as a program with the token does. Throws when it answers with an error. */
export async function ask<Answer>({ origin, url }: OpenHeed, path: string): Promise<Answer> {
  const token = new URL(url).searchParams.get("token")
  const answer = await fetch(`${origin}/api${path}`, { headers: { Authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** The items that screens of one item are looked at with. */
export async function readIds(heed: OpenHeed): Promise<StoryIds> {
  const [report] = await ask<{ id: string }[]>(heed, "/report-heads")
  return { incident: "", report: report!.id, person: "" }
}
