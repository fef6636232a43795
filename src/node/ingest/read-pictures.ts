import { basename, extname } from "node:path";
import type { Diagnostic } from "../../lib/diagnostic.ts";
import { type PictureFile, type PicturePool, pictureSchema } from "../../model/picture.ts";
import { displayPath, filesBelow, readSource } from "../files/source-file.ts";
import { typographic } from "./markdown/markdown.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

const ENDINGS = [".jpg", ".png", ".svg"];

/** Reads the pool of pictures. A picture without its file, or a file without its facts, is a fault. */
export async function readPictures(folder: string, faults: Diagnostic[]): Promise<PicturePool> {
  const files = new Map<string, string>();
  for (const file of await filesBelow(folder, ENDINGS)) {
    const name = basename(file, extname(file));
    const other = files.get(name);
    if (other !== undefined)
      faults.push(fileFault(file, `has the name of ${displayPath(other)}`, "rename or remove one of them"));
    files.set(name, file);
  }
  const pictures = new Map<string, PictureFile>();
  const names = new Set(files.keys());
  for (const path of await filesBelow(folder, [".yaml"])) {
    const name = basename(path, ".yaml");
    const source = await readSource(path);
    const parsed = "problem" in source ? { faults: [source] } : parseYaml({ ...source, linesBefore: 0 }, pictureSchema);
    const file = files.get(name);
    names.add(name);
    files.delete(name);
    if (file === undefined) {
      faults.push(fileFault(path, "has no picture beside it", `add ${name}.jpg, ${name}.png or ${name}.svg`));
    }
    if ("faults" in parsed) faults.push(...parsed.faults);
    else if (file !== undefined) pictures.set(name, typeset({ ...parsed.value, name, file }));
  }
  for (const [name, file] of files) {
    faults.push(fileFault(file, "has no alt, credit and licence", `write them into ${name}.yaml beside it`));
  }
  return { pictures, names };
}

function typeset(picture: PictureFile): PictureFile {
  const { caption } = picture;
  return Object.freeze({
    ...picture,
    alt: typographic(picture.alt),
    ...(caption === undefined ? {} : { caption: typographic(caption) }),
  });
}

function fileFault(path: string, problem: string, remedy: string): Diagnostic {
  return { file: displayPath(path), line: undefined, field: undefined, problem, remedy };
}
