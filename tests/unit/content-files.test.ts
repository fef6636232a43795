import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { markdownFiles, misplacedFiles, pictureFiles } from "../../src/node/ingest/content-files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function write(folder: string, ...paths: readonly string[]): string {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "");
  }
  return folder;
}

/** `path: message → fix`, for files in a content folder. */
async function misplaced(folder: string): Promise<readonly string[]> {
  const diagnostics = await misplacedFiles(folder);
  return diagnostics.map(({ file, message, fix }) => `${file.slice(file.indexOf("/content/") + 9)}: ${message} → ${fix}`);
}

const content = (...paths: readonly string[]): string => write(join(temporaryFolder(), "content"), ...paths);

describe("a file in the content folder that looks like content", () => {
  const NOT_MD = "is not read, since its name does not end in .md";

  it.each([
    ["articles/2026/story.markdown", `${NOT_MD} → rename it story.md`, "articles/2026/story.md"],
    ["articles/Story.MD", `${NOT_MD} → rename it story.md`, "articles/story.md"],
    ["articles/story.mdx", `${NOT_MD} → rename it story.md`, "articles/story.md"],
    ["articles/story.md.txt", `${NOT_MD} → rename it story.md`, "articles/story.md"],
    ["articles/Tea harvest.txt", `${NOT_MD} → rename it tea-harvest.md`, "articles/tea-harvest.md"],
    ["pages/Über uns.markdown", `${NOT_MD} → rename it uber-uns.md`, "pages/uber-uns.md"],
    ["pages/О нас.mkd", `${NOT_MD} → rename it NAME.md`, "pages/NAME.md"],
    ["story.md", "is not read here → move it to articles/ or pages/", "articles/story.md"],
    ["stories/story.md", "is in stories/, which is not read → move it to articles/ or pages/", "articles/story.md"],
    ["Articles/story.md", "is in Articles/, which is not read → move it to articles/ or pages/", "articles/story.md"],
    ["drafts/story.mdx", "is in drafts/, which is not read → move it to articles/ or pages/", "articles/story.md"],
    ["photo.JPG", "is not read here → move it to pictures/", "pictures/photo.JPG"],
    ["images/photo.png", "is in images/, which is not read → move it to pictures/", "pictures/photo.png"],
    ["images/photo.yaml", "is in images/, which is not read → move it to pictures/", "pictures/photo.yaml"],
    ["articles/photo.jpg", "is a picture among stories → move it to pictures/", "pictures/photo.jpg"],
    ["pictures/photo.yml", "is not read, since its name does not end in .yaml → rename it photo.yaml", "pictures/photo.yaml"],
    ["pictures/photo.YAML", "is not read, since its name does not end in .yaml → rename it photo.yaml", "pictures/photo.yaml"],
    ["pictures/story.md", "is a story among pictures → move it to articles/ or pages/", "pages/story.md"],
    ["authors.yml", "is not read → rename it authors.yaml", "authors.yaml"],
    ["Topics.yaml", "is not read → rename it topics.yaml", "topics.yaml"],
    ["redirect.yaml", "is not read → rename it redirects.yaml", "redirects.yaml"],
    ["Addresses.txt", "is not read → rename it addresses.txt", "addresses.txt"],
  ])("is reported, and read where the message says: %s", async (path, diagnostic, right) => {
    const folder = content(path);
    expect(await misplaced(folder)).toEqual([`${path}: ${diagnostic}`]);
    mkdirSync(dirname(join(folder, right)), { recursive: true });
    renameSync(join(folder, path), join(folder, right));
    expect(await misplaced(folder)).toEqual([]);
  });

  it.each([
    ["articles/notes.docx", `${NOT_MD} → save a story as Markdown in notes.md, and move anything else out of articles/`],
    ["articles/story", `${NOT_MD} → save a story as Markdown in story.md, and move anything else out of articles/`],
    [
      "pictures/photo.heic",
      "is a kind of picture that browsers do not show → export a picture as JPEG, PNG or SVG, and move anything else out of pictures/",
    ],
    [
      "pictures/notes.txt",
      "is neither a picture nor the YAML of one → export a picture as JPEG, PNG or SVG, and move anything else out of pictures/",
    ],
  ])("is reported where its name alone cannot make it right: %s", async (path, diagnostic) => {
    expect(await misplaced(content(path))).toEqual([`${path}: ${diagnostic}`]);
  });

  it("is not to be renamed over another", async () => {
    expect(await misplaced(content("articles/story.md", "articles/story.markdown"))).toEqual([
      `articles/story.markdown: ${NOT_MD} → remove it, or give it another name than story.md, which exists`,
    ]);
  });

  it.each([
    ...["articles/2026/story.md", "pages/about.md", "pictures/a.jpg", "pictures/2026/a.JPEG", "pictures/a.yaml"],
    ...[
      "authors.yaml",
      "topics.yaml",
      "redirects.yaml",
      "addresses.txt",
      "README.md",
      "articles/README.md",
      "pictures/README.md",
    ],
    ...[
      ".DS_Store",
      "articles/.DS_Store",
      "articles/._story.md",
      "articles/.story.md.swp",
      ".obsidian/note.md",
      "articles/.later/a.md",
    ],
    ...["articles/story.md~", "articles/#story.md#", "articles/story.md.bak", "articles/story.md.orig", "pictures/Thumbs.db"],
    ...["LICENSE", "notes.txt", "templates/letter.docx"],
  ])("is not reported if it is read, hidden, left behind, or like no content: %s", async (path) => {
    expect(await misplaced(content(path))).toEqual([]);
  });
});

it("reads neither hidden files nor notes", async () => {
  const folder = write(temporaryFolder(), "b/a.md", ".a.md", ".b/a.md", "._b.md", "README.md", "c.MD");
  expect(await markdownFiles(folder)).toEqual([join(folder, "b/a.md")]);
});

it("reads pictures whatever the case of their extension", async () => {
  const names = ["a.JPG", "b.jpeg", "c.Png", "d.svg", "e.webp", "f.avif", "g.GIF"];
  const folder = write(temporaryFolder(), ...names, "._a.JPG", "h.tiff", "i.yaml");
  expect(await pictureFiles(folder)).toEqual(names.map((name) => join(folder, name)));
});

describe("a symbolic link", () => {
  const LINK = "is a symbolic link, which is not followed → put the file or folder itself in its place";

  it.each([
    ["to a file within the folder", "articles/a.md", "articles/link.md"],
    ["to a folder within the folder", "articles", "pages"],
    ["to a folder around it", "..", "pictures"],
    ["to nothing", "nowhere.md", "articles/link.md"],
    ["to the folder it is in", ".", "articles/loop"],
  ])("%s is reported, and not followed", async (_, target, link) => {
    const folder = content("articles/a.md");
    symlinkSync(join(folder, target), join(folder, link));
    expect(await misplaced(folder)).toEqual([`${link}: ${LINK}`]);
    expect(await markdownFiles(join(folder, "articles"))).toEqual([join(folder, "articles/a.md")]);
  });

  it("of an editor, which is hidden, is ignored", async () => {
    const folder = content("articles/a.md");
    symlinkSync("editor@host.1234", join(folder, "articles/.#a.md"));
    expect(await misplaced(folder)).toEqual([]);
  });
});
