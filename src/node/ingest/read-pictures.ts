import { basename, extname } from "node:path";
import { addressName } from "../../lib/address-name.ts";
import type { Diagnostic } from "../../lib/diagnostic.ts";
import { type PictureFile, type PictureLibrary, pictureSchema } from "../../model/picture.ts";
import { displayPath, filesBelow, readSource } from "../files/source-file.ts";
import { plainField, type ReportField } from "./bound-figures/bind-text.ts";
import { pictureFiles } from "./content-files.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/** A name that file systems, addresses and Markdown all write alike. */
const NAME = /^(?=.{1,100}$)[A-Za-z0-9](?:[\w.-]*\w)?$/;

/**
 * Reads the picture library. Reports metadata without a picture, and pictures without metadata.
 *
 * @param language of the publication
 */
export async function readPictures(folder: string, diagnostics: Diagnostic[], language: string): Promise<PictureLibrary> {
  const files = await picturesByName(folder, diagnostics);
  const undescribed = new Map(files);
  const pictures = new Map<string, PictureFile>();
  const names = new Set(files.keys());
  for (const path of await filesBelow(folder, [".yaml"])) {
    const name = nameOf(path);
    const source = await readSource(path);
    const parsed = "message" in source ? { diagnostics: [source] } : parseYaml({ ...source, linesBefore: 0 }, pictureSchema);
    const file = files.get(name);
    names.add(name);
    undescribed.delete(name);
    if (file === undefined) {
      const meant = meantBy(name, files);
      if (meant !== undefined) undescribed.delete(meant);
      diagnostics.push(fileDiagnostic(path, "describes a picture that does not exist", missingPictureFix(name, meant)));
    }
    if ("diagnostics" in parsed) diagnostics.push(...parsed.diagnostics);
    else if (file !== undefined) {
      const report: ReportField = (at, message, fix) =>
        diagnostics.push({ file: displayPath(path), line: parsed.lineOf(at), field: at.join("."), message, fix });
      pictures.set(name, withPlainTexts({ ...parsed.value, name, file }, language, report));
    }
  }
  for (const [name, file] of undescribed) {
    const yaml = `${NAME.test(name) ? name : suggestedName(name, files)}.yaml`;
    diagnostics.push(fileDiagnostic(file, "has no alt text, credit and licence", `write them into ${yaml} beside it`));
  }
  return { pictures, names: new Set([...names].flatMap(spellings)) };
}

/** The files of pictures by name. Reports names that are taken, and those that cannot be an address. */
async function picturesByName(folder: string, diagnostics: Diagnostic[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const file of await pictureFiles(folder)) {
    const name = nameOf(file);
    const other = files.get(name);
    if (other !== undefined)
      diagnostics.push(fileDiagnostic(file, `has the same name as ${displayPath(other)}`, "rename or remove one of them"));
    files.set(name, file);
  }
  for (const [name, file] of files) {
    if (NAME.test(name)) continue;
    const right = suggestedName(name, files);
    const fix = `rename it ${right}${extname(file)}, and name it so in its YAML file and in stories`;
    diagnostics.push(fileDiagnostic(file, "has a name that cannot be an address", fix));
  }
  return files;
}

/** The name of a picture. macOS may write `ü` as two characters, which are read as one. */
function nameOf(file: string): string {
  return basename(file, extname(file)).normalize("NFC");
}

/** A name like that of a picture, which no other picture has. */
function suggestedName(name: string, files: ReadonlyMap<string, string>): string {
  const base = addressName(name) ?? "picture";
  for (let number = 1; ; number += 1) {
    const suggested = number === 1 ? base : `${base}-${number}`;
    if (!files.has(suggested)) return suggested;
  }
}

/** The picture that metadata with another name is meant for: `map` where the metadata is `Map.yaml` or `map.jpg.yaml`. */
function meantBy(name: string, files: ReadonlyMap<string, string>): string | undefined {
  const plain = (text: string): string => text.toLowerCase();
  return [...files].find(([other, file]) => [plain(other), plain(basename(file))].includes(plain(name)))?.[0];
}

function missingPictureFix(name: string, meant: string | undefined): string {
  if (meant !== undefined) return `rename it ${meant}.yaml`;
  if (NAME.test(name)) return `add ${name}.jpg, ${name}.png or ${name}.svg`;
  return `name it in letters, digits and hyphens, and add a picture of the same name`;
}

/** A name as stories may refer to it: those of a wrongly named picture are not at fault themselves. */
function spellings(name: string): readonly string[] {
  if (NAME.test(name)) return [name];
  const forms = [name, name.normalize("NFD")];
  return [...forms, ...forms.map(encodeURI)];
}

function withPlainTexts(picture: PictureFile, language: string, report: ReportField): PictureFile {
  const { caption } = picture;
  return Object.freeze({
    ...picture,
    alt: plainField(picture.alt, ["alt"], language, report),
    ...(caption === undefined ? {} : { caption: plainField(caption, ["caption"], language, report) }),
    credit: plainField(picture.credit, ["credit"], language, report),
  });
}

function fileDiagnostic(path: string, message: string, fix: string): Diagnostic {
  return { file: displayPath(path), line: undefined, field: undefined, message, fix };
}
