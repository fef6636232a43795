import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import { csvParseRows } from "d3-dsv";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** A resource of a Tabular Data Package. */
export interface Table {
  readonly fields: readonly Field[];
  readonly missingValues?: readonly string[];
  readonly primaryKey?: string;
}

type Cell = string | number | undefined;

const PROFILE = resolve(import.meta.dirname, "../fixtures/frictionless/tabular-data-package.json");

/** The profile is in JSON Schema draft 4, but uses nothing that later drafts interpret differently. */
const { $schema: _, ...profile } = JSON.parse(readFileSync(PROFILE, "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat("uri", (text) => URL.canParse(text));
ajv.addFormat("date-time", (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)));
ajv.addFormat("email", /^[^@\s]+@[^@\s]+$/);
ajv.addFormat("textarea", true);
const validate = ajv.compile(profile);

/** The errors of a descriptor against its profile. */
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
 * The rows of a CSV by column name: numbers are parsed, dates are strings, empty cells are undefined.
 *
 * @throws if a row violates the schema, or the schema has an unsupported feature
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
