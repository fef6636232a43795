import { basename, extname } from "node:path";
import { type Picture, pictureSchema } from "../../model/picture.ts";
import type { ContentFault } from "./content-fault.ts";
import { typographic } from "./markdown.ts";
import { displayPath, filesBelow, readSource } from "./source-file.ts";
import { parseYaml } from "./yaml-source.ts";

/** A picture of the pool and the file that holds it. */
export interface PictureFile extends Picture {
  readonly file: string;
}

const ENDINGS = [".jpg", ".png", ".svg"];

/** The pictures that stories may show. */
export interface PicturePool {
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /** Every name in the pool, those of faulty pictures included: a story that names one has no fault of its own. */
  readonly names: ReadonlySet<string>;
}

/** Reads the pool of pictures. A picture without its file, or a file without its facts, is a fault. */
export async function readPictures(folder: string, faults: ContentFault[]): Promise<PicturePool> {
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

function fileFault(path: string, problem: string, remedy: string): ContentFault {
  return { file: displayPath(path), line: undefined, field: undefined, problem, remedy };
}
