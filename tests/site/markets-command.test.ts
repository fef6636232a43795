import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/lib/format-error.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ROOT, writeTree } from "./build-site.ts";
import { figuresServer } from "./figures-server.ts";
import { BRENT, BRENT_FETCH, entry, marketsFolder } from "./markets-folder.ts";

const server = figuresServer();

describe("an invalid argument", () => {
  it.each<[string, readonly string[], string]>([
    ["a series misspelt", ["brnt"], "There is no series brnt: did you mean brent?"],
    ["an unknown series without a similar name", ["palladium"], "There is no series palladium. Choose one of: brent, wool."],
    ["a series that cannot be fetched", ["brent", "wool"], "Cannot fetch figures for wool: no `fetch` in series.yaml."],
  ])("%s", async (_, wanted, message) => {
    const { update } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT }, wool: { fetch: "", csv: BRENT } });
    await expect(update({ wanted })).rejects.toThrow(new UsageError(message));
    expect(server.requests).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ["another source", "{ from: frd, code: X }", /fetch\.from {2}`frd` is not known {2}write fred/],
    [
      "a code of another source",
      "{ from: ecb, code: EXUSEU }",
      /fetch\.code {2}is not a code of ecb, such as EXR\.M\.USD\.EUR\.SP00\.A/,
    ],
    [
      "a reciprocal without an end",
      "{ from: fred, code: EXUSEU, transform: reciprocal }",
      /fetch\.round {2}is missing: a reciprocal has no last digit/,
    ],
    ["a field misspelt", "{ from: fred, cod: EXUSEU }", /fetch\.cod {2}is not a known field {2}write code/],
  ])("%s in series.yaml", async (_, fetch, message) => {
    const { update } = marketsFolder(server, { brent: { fetch, csv: BRENT } });
    await expect(update()).rejects.toThrow(message);
  });
});

/** Runs the command in a folder with these files in `_data/markets`. */
function markets(args: readonly string[], files?: Readonly<Record<string, string>>) {
  const root = files ? temporaryFolder() : ROOT;
  writeTree(
    root,
    Object.entries(files ?? {}).map(([name, text]) => [join("_data/markets", name), text]),
  );
  const script = join(ROOT, "src/node/commands/markets.ts");
  const { EIA_API_KEY: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), script, ...args], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

describe("the command", () => {
  it.each<[string, readonly string[], RegExp]>([
    ["no word", [], /^Usage: npm run markets -- update \[series…\]/],
    ["another word", ["updte"], /^There is no command updte: did you mean update\?\n\nUsage/],
    ["a flag", ["update", "--all"], /'--all'[\s\S]*Usage/],
    ["a series that is not there", ["update", "brent", "henryhub"], /^There is no series henryhub: did you mean henry-hub\?\n$/],
  ])("exits 2 with a message for %s", (_, args, message) => {
    const { code, stdout, stderr } = markets(args);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("exits 1 with the failures", () => {
    const eia = entry("brent", "{ from: eia, code: petroleum/pri/spt/RBRTE }");
    const { code, stderr } = markets(["update"], { "series.yaml": eia, "brent.csv": BRENT });
    expect(stderr).toMatch(
      /^brent {2}https:\/\/api\.eia\.gov\/v2\/.*needs an API key[\s\S]*\n1 of 1 series failed\.\nNo figure was changed\.\n$/,
    );
    expect(code).toBe(1);
  });

  it("exits 1 with the errors in the figures", () => {
    const { code, stderr } = markets(["update"], { "series.yaml": entry("brent", BRENT_FETCH), "brent.csv": "2026-06,85.4\n" });
    expect(stderr).toMatch(
      /^_data\/markets\/brent\.csv:1 {2}file {2}does not start with its column names[\s\S]*No figure was changed\.\n$/,
    );
    expect(code).toBe(1);
  });

  it("exits 0 with the changes", () => {
    const { code, stdout } = markets(["update"], { "series.yaml": entry("wool", ""), "wool.csv": BRENT });
    expect(stdout).toBe("wool  skipped: series.yaml has no `fetch` there\n\nNothing has changed.\n");
    expect(code).toBe(0);
  });
});
