import { DateTime } from "luxon";
import site from "../../../_data/site.ts";
import { articlePath, type SitePath, sectionPath } from "../../../src/model/urls.ts";
import { PICTURES } from "./pictures.ts";
import { body, headline, type LinkTarget, sentence } from "./prose.ts";
import { between, chance, type Random, seededRandom, several, zipfian } from "./random.ts";
import { AUTHORS, TOPICS } from "./taxonomy.ts";

/** Ten thousand stories in five calendar years. An archive of another size is the same publication younger or older. */
const STORIES_A_DAY = 10_000 / (5 * 365);
const FIRST_DAY = DateTime.fromISO("2001-01-01", { zone: site.timeZone });
/** How far back a story links, in stories: some two months. */
const LINKS_BACK = 300;

const drawSection = zipfian(site.sections, 0.5);
const drawTopic = zipfian(TOPICS, 0.8);
const drawAuthor = zipfian(AUTHORS, 0.3);
const drawPicture = zipfian(PICTURES, 0);

/** The Markdown file of a story. */
export interface StoryFile {
  /** Below `articles/`, such as `2001/01/a-slug.md`. */
  readonly file: string;
  readonly text: string;
  readonly published: DateTime;
}

/**
 * The story with this number, counted from 0 in order of publication. It depends on its number and on nothing else, so
 * that a small archive is the beginning of a large one.
 */
export function storyFile(number: number): StoryFile {
  const random = seededRandom(`story ${number}`);
  const { title, slug, published } = heading(number);
  const target: LinkTarget = (random) => {
    const earlier = number - between(random, 1, LINKS_BACK);
    return earlier >= 0 ? storyPath(earlier) : otherPath(random);
  };
  const front = [
    `title: ${title}`,
    `standfirst: ${headline(random, 14, 26)}.`,
    `section: ${drawSection(random).id}`,
    `published: ${published.toISO({ suppressMilliseconds: true })}`,
    ...(chance(random, 0.3) ? [`updated: ${updateOf(published, random)}`] : []),
    `authors: [${distinct(random, 1, 2, drawAuthor).join(", ")}]`,
    `topics: [${distinct(random, 2, 4, drawTopic).join(", ")}]`,
    "picture:",
    `  file: ${drawPicture(random).name}`,
    ...(chance(random, 0.5) ? [`  caption: ${sentence(random)}`] : []),
    ...(chance(random, 0.8) ? ["keyPoints:", ...several(random, 3, 5, () => `  - ${sentence(random)}`)] : []),
  ];
  return {
    file: `${published.toFormat("yyyy/MM")}/${slug}.md`,
    text: `---\n${front.join("\n")}\n---\n\n${body(random, target)}`,
    published,
  };
}

/** What other stories need to know of a story in order to link to it. */
function heading(number: number) {
  const random = seededRandom(`heading ${number}`);
  const title = headline(random, 6, 11);
  const day = (number + random()) / STORIES_A_DAY;
  const published = FIRST_DAY.plus({ minutes: Math.floor(day * 24 * 60) });
  return { title, slug: title.toLowerCase().replaceAll(" ", "-"), published };
}

function storyPath(number: number): SitePath {
  const { published, slug } = heading(number);
  return articlePath(published, slug);
}

function otherPath(random: Random): SitePath {
  return sectionPath(drawSection(random).id);
}

function updateOf(published: DateTime, random: Random): string {
  return published.plus({ minutes: between(random, 5, 600) }).toISO({ suppressMilliseconds: true }) ?? "";
}

function distinct(random: Random, min: number, max: number, draw: (random: Random) => { readonly id: string }) {
  const count = between(random, min, max);
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(draw(random).id);
  return [...drawn];
}
