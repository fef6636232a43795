import { basename, extname, join } from "node:path";
import { addressName } from "../../lib/address-name.ts";
import type { Diagnostic } from "../../lib/diagnostic.ts";
import { nearest } from "../../lib/nearest.ts";
import { URL_HISTORY } from "../../model/url-history.ts";
import { folderEntries } from "../files/folder-entries.ts";
import { displayPath, filesBelow, isHidden } from "../files/source-file.ts";

type Misplaced = Pick<Diagnostic, "message" | "fix">;

/** The files in the content folder itself. */
const ROOT_FILES: readonly string[] = ["authors.yaml", "topics.yaml", "redirects.yaml", URL_HISTORY];
/** A note for editors, in any folder. */
const README = "README.md";
const LEFTOVER = /~$|\.(?:bak|orig|tmp|sw[op])$|^#.*#$|^(?:Thumbs\.db|desktop\.ini|Icon\r)$/i;
const STORY = /(?:\.(?:md|markdown|mdown|mkdn?|mdx))+(?:\.txt)?$/i;
const PICTURE = /\.(?:jpe?g|png|svg|webp|avif|gif)$/i;
const OTHER_PICTURE = /\.(?:heic|heif|tiff?|bmp|psd|ai|eps|raw|dng|jxl|jp2|svgz|ico|pdf)$/i;
const DATA = /\.ya?ml$/i;

/** The stories of `articles/`, or the pages of `pages/`. */
export async function markdownFiles(folder: string): Promise<readonly string[]> {
  return (await filesBelow(folder, [".md"])).filter((file) => basename(file) !== README);
}

/** The pictures of a folder. The letters of their extension may be capitals, as cameras write them. */
export async function pictureFiles(folder: string): Promise<readonly string[]> {
  return (await filesBelow(folder, [""])).filter((file) => PICTURE.test(file));
}

/**
 * Reports every file of the content folder that looks as if it were to be published, but is not read: a story named
 * `story.markdown`, a picture among the stories, a link. Hidden files and those that editors and systems leave behind, such as
 * `story.md~`, are ignored.
 */
export async function misplacedFiles(folder: string): Promise<readonly Diagnostic[]> {
  const { files, links, others } = await folderEntries(folder);
  const all = new Set(files);
  const report = (paths: readonly string[], check: (path: string) => Misplaced | undefined): readonly Diagnostic[] =>
    paths.flatMap((path) => {
      const found = isIgnored(path) ? undefined : check(path);
      return found ? [{ file: displayPath(join(folder, path)), line: undefined, field: undefined, ...found }] : [];
    });
  return [
    ...report(files, (path) => misplaced(path, all)),
    ...report(links, () => LINK),
    ...report(others, () => ({ message: "is neither a file nor a folder", fix: "remove it" })),
  ];
}

/** A link could lead out of the content folder, to where other machines have something else. */
const LINK: Misplaced = {
  message: "is a symbolic link, which is not followed",
  fix: "put the file or folder itself in its place",
};

function isIgnored(path: string): boolean {
  const name = basename(path);
  return isHidden(path) || LEFTOVER.test(name) || name === README;
}

/** @param all the files of the content folder */
function misplaced(path: string, all: ReadonlySet<string>): Misplaced | undefined {
  const [top = "", ...rest] = path.split("/");
  if (rest.length === 0) return atRoot(path);
  if (top === "articles" || top === "pages") return path.endsWith(".md") ? undefined : amongStories(path, top, all);
  if (top === "pictures") return PICTURE.test(path) || path.endsWith(".yaml") ? undefined : amongPictures(path);
  return elsewhere(path, `is in ${top}/, which is not read`);
}

function atRoot(name: string): Misplaced | undefined {
  if (ROOT_FILES.includes(name)) return undefined;
  const meant = DATA.test(name) || name.endsWith(".txt") ? nearest(name.toLowerCase(), ROOT_FILES) : undefined;
  if (meant !== undefined) return { message: "is not read", fix: `rename it ${meant}` };
  return elsewhere(name, "is not read here");
}

function elsewhere(path: string, message: string): Misplaced | undefined {
  if (STORY.test(path)) return { message, fix: "move it to articles/ or pages/" };
  return PICTURE.test(path) || DATA.test(path) ? { message, fix: "move it to pictures/" } : undefined;
}

function amongStories(path: string, top: string, all: ReadonlySet<string>): Misplaced {
  if (PICTURE.test(path) || OTHER_PICTURE.test(path))
    return { message: "is a picture among stories", fix: "move it to pictures/" };
  const message = "is not read, since its name does not end in .md";
  const name = basename(path);
  const isText = STORY.test(name) || /\.txt$/i.test(name);
  const stem = STORY.test(name) ? name.replace(STORY, "") : basename(name, extname(name));
  const target = `${addressName(stem) ?? "NAME"}.md`;
  if (!isText) {
    return { message, fix: `save a story as Markdown in ${target}, and move anything else out of ${top}/` };
  }
  const exists = all.has(join(path, "..", target).replaceAll("\\", "/"));
  return { message, fix: exists ? `remove it, or give it another name than ${target}, which exists` : `rename it ${target}` };
}

function amongPictures(path: string): Misplaced {
  const name = basename(path);
  if (DATA.test(name))
    return { message: "is not read, since its name does not end in .yaml", fix: `rename it ${name.replace(DATA, ".yaml")}` };
  if (STORY.test(name)) return { message: "is a story among pictures", fix: "move it to articles/ or pages/" };
  const message = OTHER_PICTURE.test(name)
    ? "is a kind of picture that browsers do not show"
    : "is neither a picture nor the YAML of one";
  return { message, fix: "export a picture as JPEG, PNG or SVG, and move anything else out of pictures/" };
}
