import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

/** Tables of a case file. Blobs are gzip. */
export interface Tables {
  case_info: { key: string; value: string }
  report: {
    id: string
    file: string | null
    url: string | null
    content_type: string | null
    /** JSON of what the user stated. */
    stated: string | null
    bytes: Uint8Array
  }
  reading: { report_id: string; engine: string; reading: Uint8Array }
  decision: {
    sequence: number | null
    id: string
    decided_at: string
    by: string
    action: string
    subject: string
    value: string
  }
  /** What can be made again from the tables above. */
  kept: { key: string; bytes: Uint8Array }
}

/** Every step from the first schema to today's, in order. A step that was released never changes. */
export const migrations: Record<string, Migration> = {
  "001-reports-readings-decisions": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("case_info")
        .addColumn("key", "text", column => column.primaryKey())
        .addColumn("value", "text", column => column.notNull())
        .execute()
      await database.schema
        .createTable("report")
        .addColumn("id", "text", column => column.primaryKey())
        .addColumn("file", "text")
        .addColumn("url", "text")
        .addColumn("content_type", "text")
        .addColumn("stated", "text")
        .addColumn("bytes", "blob", column => column.notNull())
        .execute()
      await database.schema
        .createTable("reading")
        .addColumn("report_id", "text", column => column.primaryKey().references("report.id").onDelete("cascade"))
        .addColumn("engine", "text", column => column.notNull())
        .addColumn("reading", "blob", column => column.notNull())
        .execute()
      await database.schema
        .createTable("decision")
        .addColumn("sequence", "integer", column => column.primaryKey().autoIncrement())
        .addColumn("id", "text", column => column.notNull().unique())
        .addColumn("decided_at", "text", column => column.notNull())
        .addColumn("by", "text", column => column.notNull())
        .addColumn("action", "text", column => column.notNull())
        .addColumn("subject", "text", column => column.notNull())
        .addColumn("value", "text", column => column.notNull())
        .execute()
      await sql`create virtual table report_text using fts5(report_id unindexed, title, text, tokenize = "unicode61 remove_diacritics 2")`.execute(
        database,
      )
    },
  },
  "002-kept": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("kept")
        .addColumn("key", "text", column => column.primaryKey())
        .addColumn("bytes", "blob", column => column.notNull())
        .execute()
    },
  },
}
