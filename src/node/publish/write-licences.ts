import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import * as z from "zod";
import { PICTURE_CREDITS } from "../../model/fixed-pages.ts";
import { LICENCES } from "../../model/urls.ts";
import type { PackageUse } from "../files/package-uses.ts";
import { filesBelow } from "../files/source-file.ts";
import { OutputError } from "./checks/output-diagnostics.ts";

/** A package, and what of it is published. */
interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** The text of its licence files, with the copyright notice. */
  readonly licence: string;
  /** From the publication's root. */
  readonly files: readonly string[];
}

const descriptionSchema = z.object({ name: z.string(), version: z.string() });

/** `LICENSE`, `LICENCE.txt`, `license-mit`, `COPYING`, `NOTICE.md`. */
const LICENCE_NAME = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

const RULE = "=".repeat(80);

/**
 * Writes `licences.txt`: the licence of every package and font in the output, as the licences themselves demand, and the files
 * that it covers.
 *
 * @param root the project's folder
 * @throws `OutputError` for a package without a licence file
 */
export async function writeLicences(uses: readonly PackageUse[], root: string, folder: string): Promise<void> {
  const byFolder = [...Map.groupBy(uses, (use) => use.folder)];
  const packages = await Promise.all(
    byFolder.map(([packageFolder, files]) =>
      readPackage(
        packageFolder,
        files.map(({ file }) => file),
        root,
      ),
    ),
  );
  await writeFile(join(folder, LICENCES), licencesText(packages));
}

async function readPackage(folder: string, files: readonly string[], root: string): Promise<LicensedPackage> {
  const { name, version } = descriptionSchema.parse(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));
  const texts = await Promise.all((await licenceFiles(folder)).map((file) => readFile(file, "utf8")));
  const licence = texts.map((text) => text.replaceAll("\r\n", "\n").trim()).join("\n\n");
  if (licence === "") {
    const source = relative(root, folder) || ".";
    const message = `the package ${name} has no licence file, so that ${files[0]} must not be published`;
    const file = join(source, "LICENSE");
    const fix =
      folder === root ? `put the licence of the project into ${file}` : `put its licence into ${file}, or use another package`;
    throw new OutputError([`${source}  ${LICENCES}  file  ${message}  ${fix}`], 1);
  }
  return { name, version, licence, files: [...new Set(files)].sort() };
}

/** Files with the name of a licence, and all files of such a folder. */
async function licenceFiles(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => LICENCE_NAME.test(name));
  const files = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path, [""]) : [path];
    }),
  );
  return files.flat().sort();
}

function licencesText(packages: readonly LicensedPackage[]): string {
  const sorted = packages.toSorted(
    (a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)) || (a.version < b.version ? -1 : 1),
  );
  const entries = sorted.map(({ name, version, licence, files }) =>
    [RULE, `${name} ${version}`, RULE, "", "Files:", ...files.map((file) => `  ${file}`), "", licence, ""].join("\n"),
  );
  return `${[INTRODUCTION, ...entries].join("\n")}`;
}

const INTRODUCTION = `The licences of the programs and fonts in this publication, each with its files.

The pictures have licences of their own, which ${PICTURE_CREDITS.slice(1)} lists.
`;
