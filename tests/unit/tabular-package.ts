import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import { csvParseRows } from "d3-dsv";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** What a resource of a Tabular Data Package says of its table. */
export interface Table {
  readonly fields: readonly Field[];
  readonly missingValues?: readonly string[];
  readonly primaryKey?: string;
}

type Cell = string | number | undefined;

const PROFILE = resolve(import.meta.dirname, "../fixtures/frictionless/tabular-data-package.json");

/** Draft 4 of JSON Schema, of which the profile uses nothing that later drafts read differently. */
const { $schema: _, ...profile } = JSON.parse(readFileSync(PROFILE, "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat("uri", (text) => URL.canParse(text));
ajv.addFormat("date-time", (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)));
ajv.addFormat("email", /^[^@\s]+@[^@\s]+$/);
ajv.addFormat("textarea", true);
const validate = ajv.compile(profile);

/** Where a descriptor does not obey the profile of its kind, and how. */
export function descriptorErrors(descriptor: unknown): readonly string[] {
  validate(descriptor);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const isDay = (text: string) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(text).toISOString().startsWith(text);

/** How Table Schema 1 writes a value of each type in use (https://specs.frictionlessdata.io/table-schema/#types-and-formats). */
const TYPES: Readonly<Record<string, (text: string) => boolean>> = {
  string: () => true,
  number: (text) => /^(?:NaN|-?INF|[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
  yearmonth: (text) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text),
  year: (text) => /^\d{4}$/.test(text),
};

/**
 * The rows of a CSV, by the names of their columns: numbers as numbers, dates as they are written, what is missing undefined.
 *
 * @throws where a row is not what the schema says, or the schema says what this does not know
 */
export function readTable(csv: string, table: Table): readonly Readonly<Record<string, Cell>>[] {
  const [header = [], ...rows] = csvParseRows(csv);
  const names = table.fields.map(({ name }) => name);
  if (header.join() !== names.join()) throw new Error(`The columns are ${header}, and not ${names}.`);
  const read = rows.map((row, index) => {
    if (row.length !== names.length) throw new Error(`Row ${index + 1} has ${row.length} cells.`);
    return Object.fromEntries(table.fields.map((field, column) => [field.name, readCell(row[column] ?? "", field, table)]));
  });
  const { primaryKey } = table;
  const keys = primaryKey === undefined ? [] : read.map((row) => row[primaryKey]);
  if (keys.includes(undefined) || new Set(keys).size !== keys.length) throw new Error(`The key ${primaryKey} is not unique.`);
  return read;
}

function readCell(text: string, { name, type, constraints = {} }: Field, { missingValues = [""] }: Table): Cell {
  const isType = TYPES[type];
  if (!isType) throw new Error(`The type ${type} is not known.`);
  const { required, pattern, ...others } = constraints;
  if (Object.keys(others).length > 0) throw new Error(`A constraint of ${name} is not known: ${Object.keys(others)}.`);
  if (missingValues.includes(text)) {
    if (required === true) throw new Error(`${name} is missing.`);
    return undefined;
  }
  if (!isType(text)) throw new Error(`${name} is \`${text}\`, which is no ${type}.`);
  if (typeof pattern === "string" && !new RegExp(`^(?:${pattern})$`).test(text)) {
    throw new Error(`${name} is \`${text}\`, which is not ${pattern}.`);
  }
  return type === "number" ? Number(text) : text;
}
