import { basename, extname } from "node:path";
import type { Diagnostic } from "../../lib/diagnostic.ts";
import { type PictureFile, type PictureLibrary, pictureSchema } from "../../model/picture.ts";
import { displayPath, filesBelow, readSource } from "../files/source-file.ts";
import { typographic } from "./markdown/markdown.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

const EXTENSIONS = [".jpg", ".png", ".svg"];

/** Reads the picture library. Reports metadata without a picture, and pictures without metadata. */
export async function readPictures(folder: string, diagnostics: Diagnostic[]): Promise<PictureLibrary> {
  const files = new Map<string, string>();
  for (const file of await filesBelow(folder, EXTENSIONS)) {
    const name = basename(file, extname(file));
    const other = files.get(name);
    if (other !== undefined)
      diagnostics.push(fileDiagnostic(file, `has the same name as ${displayPath(other)}`, "rename or remove one of them"));
    files.set(name, file);
  }
  const pictures = new Map<string, PictureFile>();
  const names = new Set(files.keys());
  for (const path of await filesBelow(folder, [".yaml"])) {
    const name = basename(path, ".yaml");
    const source = await readSource(path);
    const parsed = "message" in source ? { diagnostics: [source] } : parseYaml({ ...source, linesBefore: 0 }, pictureSchema);
    const file = files.get(name);
    names.add(name);
    files.delete(name);
    if (file === undefined) {
      diagnostics.push(
        fileDiagnostic(path, "describes a picture that does not exist", `add ${name}.jpg, ${name}.png or ${name}.svg`),
      );
    }
    if ("diagnostics" in parsed) diagnostics.push(...parsed.diagnostics);
    else if (file !== undefined) pictures.set(name, typeset({ ...parsed.value, name, file }));
  }
  for (const [name, file] of files) {
    diagnostics.push(fileDiagnostic(file, "has no alt text, credit and licence", `write them into ${name}.yaml beside it`));
  }
  return { pictures, names };
}

/** Sets quotes and dashes as a typesetter would. */
function typeset(picture: PictureFile): PictureFile {
  const { caption } = picture;
  return Object.freeze({
    ...picture,
    alt: typographic(picture.alt),
    ...(caption === undefined ? {} : { caption: typographic(caption) }),
  });
}

function fileDiagnostic(path: string, message: string, fix: string): Diagnostic {
  return { file: displayPath(path), line: undefined, field: undefined, message, fix };
}
