import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, differences, type Outcome, readTree, writeTree } from "./build-site.ts";

const FIXTURE = "tests/fixtures/content-errors";

/** The diagnostics of the content in `FIXTURE`, in order: file and line, field, message, fix. */
const DIAGNOSTICS = `
articles/2026/01/Capital Letters.md  file  has a name that cannot be an address  name it in up to 100 lower-case letters, digits and hyphens
articles/2026/01/date-without-offset.md:5  published  is not an ISO 8601 instant with an offset  write an instant with its offset, such as 2026-01-07T09:30:00-05:00
articles/2026/01/empty-body.md:8  body  is empty  write the text below the second ---
articles/2026/01/faulty-body.md:9  body  links to /politcs/, which does not exist  write /politics/
articles/2026/01/faulty-body.md:10  body  links to /2026/01/07/a-draft/, which is not published  publish articles/2026/01/a-draft.md first, or remove the link
articles/2026/01/faulty-body.md:12  body  links to /2027/01/07/future-story/, which is not published  publish articles/2026/01/future-story.md first, or remove the link
articles/2026/01/faulty-body.md:13  body  links to #figures-of-trde, which is not a heading of that page  write #figures-of-trade
articles/2026/01/faulty-body.md:13  body  links to #figures, which is not a heading of that page  write one of: #a-deep-heading
articles/2026/01/faulty-body.md:17  body  links to \`javascript:alert(1)\`, whose scheme is not allowed  use one of https, http, mailto, tel
articles/2026/01/faulty-body.md:18  body  links to \`relative/\`, which is not an address of the site  write the address from the site's root, such as /politics/
articles/2026/01/faulty-body.md:20  body  skips from heading level 1 to 4  write ##
articles/2026/01/faulty-body.md:22  body  shows the picture \`goood\`, which is not in pictures/  write good
articles/2026/01/faulty-body.md:24  body  shows the picture \`good\` within text  give the picture a paragraph of its own
articles/2026/01/faulty-body.md:24  body  contains the HTML \`<b>\`, which readers would see as text  write Markdown; to show it as it is, write \`\\<b>\`
articles/2026/01/faulty-body.md:24  body  refers to the footnote \`[^1]\`, which does not exist  add a line \`[^1]: …\`; to show it as it is, write \`\\[^1]\`
articles/2026/01/faulty-body.md:26  body  has a pull quote that is not a single paragraph, or is not closed  write \`:::\` on the line below its sentence
articles/2026/01/faulty-corrections.md:9  corrections.0.date  is before \`published\`  write an instant with its offset, not before \`published\`, and set \`updated\` to it or to a later one
articles/2026/01/faulty-corrections.md:11  corrections.1.date  is after \`updated\`  write an instant with its offset, not before \`published\`, and set \`updated\` to it or to a later one
articles/2026/01/faulty-corrections.md:13  corrections.2.date  is not an ISO 8601 instant with an offset  write an instant with its offset, not before \`published\`, and set \`updated\` to it or to a later one
articles/2026/01/faulty-corrections.md:15  corrections.3.text  is missing  say in up to 500 characters what was wrong and what is right
articles/2026/01/faulty-corrections.md:16  corrections.3.txt  is not a known field  write text
articles/2026/01/faulty-corrections.md:17  corrections.4.date  is the date of another correction  write an instant with its offset, not before \`published\`, and set \`updated\` to it or to a later one
articles/2026/01/faulty-figures.md:3  standfirst  \`[117.28 dollars]{brent=2025-12}\` does not match the data, which says 62.54 dollars  write 62.54 dollars
articles/2026/01/faulty-figures.md:9  keyPoints.1  \`[2.1 per cent]{brent=2025-12 change}\` does not match the data, which says −2.0 per cent  write 2.0 per cent
articles/2026/01/faulty-figures.md:12  body  \`[62.55]{brent=2025-12}\` does not match the data, which says 62.54  write 62.54
articles/2026/01/faulty-figures.md:12  body  \`[62.54]{brant=2025-12}\` names the series \`brant\`, which is not known  write brent
articles/2026/01/faulty-figures.md:13  body  \`[63.80]{brent=2025-11 chnge}\` asks for \`chnge\`, which is not known  write one of: change, difference, yoy, high, low; or none for the figure itself
articles/2026/01/faulty-figures.md:13  body  \`[64]{brent}\` has no valid binding  write {SERIES=DATE}, {SERIES=DATE change} or {SERIES=FROM..TO change}, such as {brent=2026-04}
articles/2026/01/faulty-figures.md:14  body  \`[324]{us-cpi=2025-10}\` needs the figure of October 2025 for US consumer prices, which was not published  write a date with a figure, or remove the binding
articles/2026/01/faulty-figures.md:14  body  \`[66.60]{brent=2026-01}\` asks for January 2026, which had not ended when the text was published  write an earlier period
articles/2026/01/faulty-figures.md:15  body  contains \`{brent=2025-12}\`, which binds no figure  write it directly behind a figure in brackets, such as [117.29]{brent=2026-04}, in the text; to show it as it is, write \`\\{brent=2025-12}\`
articles/2026/01/faulty-figures.md:18  chart.series.0  \`brnet\` is not known  write brent
articles/2026/01/faulty-figures.md:23  chart.series  mixes units  name series of one unit, or write \`rebase: true\`
articles/2026/01/faulty-figures.md:31  chart.colour  is not a known field  leave it out; the fields are series, from, to, type, rebase, title, note, annotations
articles/2026/01/faulty-figures.md:36  chart.from  \`2020-01\` is outside the figures known at publication  write a date from 2023-06 to 2025-12
articles/2026/01/malformed-yaml.md:2  file  has a text that contains \`: \`, or an over-indented line below it  put the whole text between double quotation marks
articles/2026/01/malformed-yaml.md:4  file  has this field twice  remove one of them
articles/2026/01/missing-field.md:2  standfirst  is missing  write one or two sentences, up to 240 characters
articles/2026/01/missing-field.md:2  authors  is missing  write a list of ids from authors.yaml, such as [politics-desk]
articles/2026/01/missing-picture.md:8  picture.file  \`goood\` is not known  write good
articles/2026/01/no-front-matter.md:1  file  has no front matter  start it with fields between two lines of ---
articles/2026/01/not-utf-8.md:11  file  is not UTF-8  save the file as UTF-8
articles/2026/01/slips.md:2  title  ends at \`rise to rank\`, because YAML reads \`#1 in trade\` as a comment  put the whole text between double quotation marks
articles/2026/01/slips.md:3  standfirst  has an escape for half of a character  write the character itself, or leave it out
articles/2026/01/slips.md:6  updated  is in the future  write an instant with its offset, not before \`published\` and not in the future, or leave it out
articles/2026/01/unknown-field.md:7  auhtor  is not a known field  write authors
articles/2026/01/unknown-field.md:8  layout  is not a known field  leave it out; the fields are title, standfirst, section, published, updated, authors, topics, picture, keyPoints, corrections, draft
articles/2026/01/unknown-field.md:11  picture.credit  is not a known field  leave it out; the fields are file, caption, alt
articles/2026/01/unknown-names.md:4  section  \`poltics\` is not known  write politics
articles/2026/01/unknown-names.md:8  authors.1  \`sports-desk\` is not known  write politics-desk
articles/2026/01/unknown-names.md:10  topics.0  \`diplomcy\` is not known  write diplomacy
articles/2026/01/updated-before-published.md:7  updated  is before \`published\`  write an instant with its offset, not before \`published\` and not in the future, or leave it out
articles/2026/01/wrong-ending.markdown  file  is not read, since its name does not end in .md  rename it wrong-ending.md
articles/2026/01/wrong-type.md:2  title  is a number where text belongs  put it between quotation marks
articles/2026/01/wrong-type.md:3  standfirst  is empty where text belongs  write one or two sentences, up to 240 characters
articles/2026/01/wrong-type.md:6  authors  is text where a list belongs  write a list of ids from authors.yaml, such as [politics-desk]
articles/2026/01/wrong-type.md:7  keyPoints  is text where a list belongs  write a list of up to five sentences, or leave it out
articles/2026/01/wrong-type.md:8  draft  is text where true or false belongs  write true or false, or leave it out
articles/2026/02/same-address.md  file  has the same address as articles/2026/01/same-address.md: /2026/01/07/same-address/  rename the file
pages/about.md:2  description  is missing  write a sentence of up to 240 characters
pages/about.md:5  body  links to /nowhere-at-all/, which does not exist  write the address of a page, from the site's root
pages/search.md  file  has the same address as the site itself: /search/  rename the file
pictures/bare.yaml:1  alt  is missing  say in a sentence what a sighted reader sees
pictures/bare.yaml:1  credit  is missing  name who made the picture
pictures/bare.yaml:1  licence  is missing  name the licence, such as CC BY 4.0
pictures/bare.yaml:2  source  is neither an http or https address nor \`own work\`  write the address the picture comes from, or \`own work\`
pictures/no-facts.svg  file  has no alt text, credit and licence  write them into no-facts.yaml beside it
pictures/no-file.yaml  file  describes a picture that does not exist  add no-file.jpg, no-file.png or no-file.svg
redirects.yaml:2  0.from  is not an address of the site  write the former address from the site's root, such as /2026/01/07/old-name/, or /topics/old-name/* for everything below it
redirects.yaml:4  1.to  is missing  write the address of a published page, from the site's root, or an https address
redirects.yaml:5  1.too  is not a known field  write to
redirects.yaml:6  2.from  is an address that the site itself needs  write the former address from the site's root, such as /2026/01/07/old-name/, or /topics/old-name/* for everything below it
redirects.yaml:7  2.to  is neither an address of the site nor an https address  write the address of a published page, from the site's root, or an https address
redirects.yaml:8  3.from  matches the whole site  write the former address from the site's root, such as /2026/01/07/old-name/, or /topics/old-name/* for everything below it
redirects.yaml:9  3.to  is a list where text belongs  write the address of a published page, from the site's root, or an https address
`;

const PUBLISHED = [
  ["index.html", "What was published before."],
  ["404.html", "Not found."],
] as const;

describe("a build of invalid content", () => {
  let outcome: Outcome;
  let parent: string;

  beforeAll(async () => {
    parent = temporaryFolder();
    writeTree(join(parent, "site"), PUBLISHED);
    outcome = await buildSite(["--content", FIXTURE, "--out", join(parent, "site"), "--as-of", "2026-02-01T00:00:00Z"]);
  });

  it("reports every error in one run, each with its line, its field, what is wrong and what to write instead", () => {
    const printed = outcome.stderr.replaceAll(`${FIXTURE}/`, "").split("\n\n");
    expect(printed[0]?.split("\n")).toEqual(DIAGNOSTICS.trim().split("\n"));
    expect(printed[1]).toBe(`${DIAGNOSTICS.trim().split("\n").length} errors in the content. Nothing was published.\n`);
  });

  it("fails, and writes nothing", () => {
    expect(outcome.code).toBe(1);
    expect(readdirSync(parent)).toEqual(["site"]);
    const before = new Map(PUBLISHED.map(([path, text]) => [path, Buffer.from(text)]));
    expect(differences(before, readTree(join(parent, "site")))).toEqual([]);
  });
});

describe("a wrong flag", () => {
  it.each<[string, readonly string[], string]>([
    ["that is not known", ["--draft"], "Unknown option '--draft'"],
    ["with a content folder that does not exist", ["--content", "nowhere"], "nowhere does not exist"],
  ])("%s prints a sentence and exits with 2", async (_, flags, sentence) => {
    const out = join(temporaryFolder(), "site");
    const { code, stderr, stdout } = await buildSite(["--out", out, ...flags]);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain("    at ");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("cannot make a build replace a folder with other files", async () => {
    const photos = join(temporaryFolder(), "photos");
    writeTree(photos, [["one.jpg", "mine"]]);
    const { code, stderr } = await buildSite(["--out", photos]);
    expect(stderr).toContain("photos has files that are not from a build");
    expect(code).toBe(2);
    expect(readdirSync(photos)).toEqual(["one.jpg"]);
  });
});
