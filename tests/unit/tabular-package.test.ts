import { describe, expect, it } from "vitest";
import { descriptorErrors, readTable, type Table } from "./tabular-package.ts";

const TABLE: Table = {
  fields: [
    { name: "date", type: "string", constraints: { required: true, pattern: "[0-9]{4}-Q[1-4]" } },
    { name: "value", type: "number" },
    { name: "vintage", type: "date" },
  ],
  missingValues: [""],
};

const read = (row: string, table = TABLE) => readTable(`date,value,vintage\r\n2026-Q1,1.5,\r\n${row}\r\n`, table);

describe("the check of a table", () => {
  it("reads rows that are what the schema says", () => {
    expect(read("2026-Q2,-0.25,2026-07-15")).toEqual([
      { date: "2026-Q1", value: 1.5, vintage: undefined },
      { date: "2026-Q2", value: -0.25, vintage: "2026-07-15" },
    ]);
    expect(read("2026-Q2,,")[1]).toEqual({ date: "2026-Q2", value: undefined, vintage: undefined });
  });

  it.each([
    ["a value that is no number", "2026-Q2,1\u202f500,", "value is `1\u202f500`, which is no number"],
    ["a decimal comma", '2026-Q2,"1,5",', "value is `1,5`, which is no number"],
    ["a day that does not exist", "2026-Q2,1,2026-02-30", "vintage is `2026-02-30`, which is no date"],
    ["a month for a day", "2026-Q2,1,2026-02", "vintage is `2026-02`, which is no date"],
    ["a date of another pattern", "2026-Q5,1,", "date is `2026-Q5`, which is not"],
    ["a date with more than the pattern", "2026-Q22,1,", "date is `2026-Q22`, which is not"],
    ["a missing date", ",1,", "date is missing"],
    ["a cell too many", "2026-Q2,1,,", "Row 2 has 4 cells"],
    ["a cell too few", "2026-Q2,1", "Row 2 has 2 cells"],
  ])("refuses %s", (_, row, error) => {
    expect(() => read(row)).toThrow(error);
  });

  it("refuses a key that comes twice, other columns, and what it does not know", () => {
    expect(() => read("2026-Q1,2,", { ...TABLE, primaryKey: "date" })).toThrow("The key date is not unique");
    expect(() => readTable("date,figure\r\n", TABLE)).toThrow("The columns are date,figure");
    const typed = (field: object) => ({ fields: [{ name: "date", type: "string", ...field }] });
    expect(() => readTable("date\r\n1\r\n", typed({ type: "duration" }))).toThrow("The type duration is not known");
    expect(() => readTable("date\r\n1\r\n", typed({ constraints: { minimum: 2 } }))).toThrow("not known: minimum");
  });
});

describe("the check of a descriptor", () => {
  const resource = { profile: "tabular-data-resource", name: "oil", path: "oil.csv", schema: { fields: [{ name: "date" }] } };
  const descriptor = { profile: "tabular-data-package", resources: [resource] };

  it("knows one that obeys the profile", () => {
    expect(descriptorErrors(descriptor)).toEqual([]);
  });

  it.each<[string, object]>([
    ["another profile", { profile: "data-package" }],
    ["no resources", { resources: [] }],
    ["a name in capitals", { name: "Market Data" }],
    ["a home that is no address", { homepage: "at home" }],
    ["a resource without a schema", { resources: [{ ...resource, schema: undefined }] }],
    ["a resource without a path", { resources: [{ ...resource, path: undefined }] }],
    [
      "a column of a type that there is not",
      { resources: [{ ...resource, schema: { fields: [{ name: "a", type: "money" }] } }] },
    ],
    ["a source without a title", { resources: [{ ...resource, sources: [{}] }] }],
    ["a licence that is a word", { licenses: ["CC0"] }],
  ])("refuses %s", (_, change) => {
    expect(descriptorErrors(JSON.parse(JSON.stringify({ ...descriptor, ...change })))).not.toEqual([]);
  });
});
