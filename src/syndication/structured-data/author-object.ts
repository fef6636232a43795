import type { Organization, Person } from "schema-dts";
import type { Author } from "../../model/taxonomy.ts";
import { authorPath } from "../../model/urls.ts";
import type { Whole } from "./described-page.ts";
import { publisherId } from "./publication.ts";

/** Who signs a story, by the name alone (https://developers.google.com/search/docs/appearance/structured-data/article#author-bp). */
export function authorObject(author: Author, whole: Whole): Organization | Person {
  return { "@type": TYPES[author.kind], ...named(author, whole) };
}

/** All that is known of an author. A desk is a part of the publication. */
export function wholeAuthor(author: Author, whole: Whole): Organization | Person {
  const known = { ...named(author, whole), description: author.description };
  return author.kind === "person"
    ? { "@type": TYPES.person, ...known }
    : { "@type": TYPES.desk, ...known, parentOrganization: publisherId(whole) };
}

const TYPES = { desk: "Organization", person: "Person" } as const satisfies Readonly<Record<Author["kind"], string>>;

function named({ id, name }: Author, { href }: Whole) {
  return { name, url: href(authorPath(id)) };
}
