import { sql } from 'drizzle-orm'
import { boolean, customType, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import {
  type CellError,
  type CellWarning,
  encodingHows,
  type ImportColumn,
  type ImportCounts,
  importModes,
  importStates,
  type RowMatch,
  rowPlans,
} from '@/domain/import/batch'
import { encodings } from '@/domain/import/raw'
import { oneOf } from './check'
import { identity, moment, ref } from './column'
import { importPartPolicies, importPolicies, mappingPolicies } from './policy'
import { users } from './user'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** One file that somebody brings in, from its upload to its undo. */
export const imports = pgTable(
  'imports',
  {
    id: identity(),
    noun: text({ enum: lookAlikeNouns }).notNull(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    fileName: text().notNull(),
    /** SHA-256 of the file, in hex. */
    digest: text().notNull(),
    state: text({ enum: importStates }).notNull().default('uploaded'),
    /** The sheets of the file by name, and the one that is read. */
    sheets: jsonb().$type<string[]>().notNull().default(sql`'[]'::jsonb`),
    sheet: text(),
    /** What a text file is read in, null where a person has to say it, and how that is known. Workbooks have neither. */
    encoding: text({ enum: encodings }),
    encodingHow: text({ enum: encodingHows }),
    /** The columns of that sheet as they were found, each with its field. */
    columns: jsonb().$type<ImportColumn[]>().notNull().default(sql`'[]'::jsonb`),
    /** Cells of that sheet whose formula points into another file. */
    linked: integer().notNull().default(0),
    /** What stands in the sheet and is no record: titles, totals, notes. */
    skipped: jsonb().$type<{ at: number; why: string; text: string }[]>().notNull().default(sql`'[]'::jsonb`),
    mode: text({ enum: importModes }).notNull().default('both'),
    /** An empty cell clears what is on file. */
    clearEmpty: boolean().notNull().default(false),
    counts: jsonb().$type<ImportCounts>(),
    /** What checks or applies it now, or did last. */
    job: ref(),
    createdAt: moment().notNull().default(sql`now()`),
    checkedAt: moment(),
    appliedAt: moment(),
    /** Applied without the rows that were refused. */
    goodOnly: boolean().notNull().default(false),
    undoneAt: moment(),
    undoneBy: ref().references(() => users.id),
    /** What the undo left as it is, because it was changed since: numbers of records. */
    kept: jsonb().$type<string[]>(),
  },
  t => [
    index('imports_by_time').on(t.createdAt, t.id),
    index('imports_user').on(t.userId, t.id),
    index('imports_undone_by').on(t.undoneBy),
    oneOf('imports_noun_known', t.noun, lookAlikeNouns),
    oneOf('imports_state_known', t.state, importStates),
    oneOf('imports_mode_known', t.mode, importModes),
    oneOf('imports_encoding_known', t.encoding, encodings),
    oneOf('imports_encoding_how_known', t.encodingHow, encodingHows),
    ...importPolicies('imports'),
  ],
)

/** The file itself, until it is applied or discarded, and no longer than a day. */
export const importFiles = pgTable(
  'import_files',
  {
    importId: ref()
      .primaryKey()
      .references(() => imports.id),
    bytes: bytea().notNull(),
    savedAt: moment().notNull().default(sql`now()`),
  },
  () => importPartPolicies('import_files', sql`saved_at < now() - interval '1 day'`),
)

/** The rows as they were read, and what is to become of each: the preview. Kept for a day. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: ref()
      .notNull()
      .references(() => imports.id),
    /** Its row in the sheet, from 1. */
    at: integer().notNull(),
    /** By field, in the notation of the forms. */
    said: jsonb().$type<Record<string, string>>().notNull(),
    /** All its cells as they stand there, for giving back a row that was refused. */
    cells: jsonb().$type<string[]>().notNull(),
    /** What could not be read of it. */
    unread: jsonb().$type<CellError[]>().notNull().default(sql`'[]'::jsonb`),
    plan: text({ enum: rowPlans }).notNull().default('create'),
    errors: jsonb().$type<CellError[]>().notNull().default(sql`'[]'::jsonb`),
    /** By field: what stands on file, and what will stand there. */
    changes: jsonb().$type<Record<string, [string, string]>>(),
    /** What it looks like, and what it says otherwise than the record and is no import's to change. */
    warnings: jsonb().$type<CellWarning[]>().notNull().default(sql`'[]'::jsonb`),
    /** The record that it changes. */
    number: text(),
    matches: jsonb().$type<RowMatch[]>(),
    /** What it has in common with other rows, so that a ruling on one is a ruling on them (db/import/judge.ts). */
    links: text().array().notNull().default(sql`'{}'::text[]`),
    /** A person's ruling: the match that it is the same as, or why it is different from all. */
    same: text(),
    different: text(),
    savedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    primaryKey({ columns: [t.importId, t.at] }),
    index('import_rows_plan').on(t.importId, t.plan, t.at),
    oneOf('import_rows_plan_known', t.plan, rowPlans),
    ...importPartPolicies('import_rows', sql`saved_at < now() - interval '1 day'`),
  ],
)

/** What an applied import has made and changed, with what stood there before, for its undo. */
export const importRecords = pgTable(
  'import_records',
  {
    id: identity(),
    importId: ref()
      .notNull()
      .references(() => imports.id),
    at: integer().notNull(),
    noun: text({ enum: lookAlikeNouns }).notNull(),
    recordId: ref().notNull(),
    /** The record's version as the import left it. */
    version: integer().notNull(),
    created: boolean().notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    savedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    index('import_records_import').on(t.importId, t.id),
    oneOf('import_records_noun_known', t.noun, lookAlikeNouns),
    ...importPartPolicies('import_records', sql`saved_at < now() - interval '31 days'`),
  ],
)

/** Which column is which field, by the headers of a sheet: kept per person, offered to all. */
export const importMappings = pgTable(
  'import_mappings',
  {
    userId: ref()
      .notNull()
      .references(() => users.id),
    noun: text({ enum: lookAlikeNouns }).notNull(),
    /** The normalised headers of the sheet, as one digest. */
    shape: text().notNull(),
    /** By the head of the column: a field, or '' for none. */
    mapping: jsonb().$type<Record<string, string>>().notNull(),
    usedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    primaryKey({ columns: [t.userId, t.noun, t.shape] }),
    index('import_mappings_shape').on(t.noun, t.shape, t.usedAt),
    oneOf('import_mappings_noun_known', t.noun, lookAlikeNouns),
    ...mappingPolicies('import_mappings'),
  ],
)
