import type {
  IdReference,
  NewsMediaOrganization,
  Organization,
  Person,
  SearchAction,
  WebSite,
  WithActionConstraints,
} from "schema-dts";
import { CORRECTIONS, HOME, SEARCH } from "../../model/fixed-pages.ts";
import type { Author } from "../../model/taxonomy.ts";
import { authorPath } from "../../model/urls.ts";
import type { SiteContext } from "./page-metadata.ts";

/** The publisher's id, the same on every page. */
export function publisherId({ href }: SiteContext): IdReference {
  return { "@id": `${href(HOME)}#organization` };
}

/** The website's id, the same on every page. */
export function siteId({ href }: SiteContext): IdReference {
  return { "@id": `${href(HOME)}#website` };
}

/** The publisher in short, for stories. */
export function publisher(context: SiteContext): NewsMediaOrganization {
  return { "@type": "NewsMediaOrganization", ...publisherId(context), name: context.site.name, url: context.href(HOME) };
}

/** The publisher in full, for the home page. Logo: https://developers.google.com/search/docs/appearance/structured-data/organization */
export function publisherDetails(context: SiteContext): NewsMediaOrganization {
  const { site, href, logo } = context;
  return {
    "@type": "NewsMediaOrganization",
    ...publisherId(context),
    name: site.name,
    url: href(HOME),
    description: site.description,
    logo: { "@type": "ImageObject", url: href(logo), contentUrl: href(logo) },
    correctionsPolicy: href(CORRECTIONS),
  };
}

/** The website, with its search. */
export function webSite(context: SiteContext): WebSite {
  const { site, href } = context;
  const search: WithActionConstraints<SearchAction> = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${href(SEARCH)}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
  return {
    "@type": "WebSite",
    ...siteId(context),
    url: href(HOME),
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    publisher: publisherId(context),
    potentialAction: search,
  };
}

/** An author by name, for bylines (https://developers.google.com/search/docs/appearance/structured-data/article#author-bp). */
export function authorObject(author: Author, context: SiteContext): Organization | Person {
  return { "@type": TYPES[author.kind], ...named(author, context) };
}

/** An author in full. A desk belongs to the publisher. */
export function authorDetails(author: Author, context: SiteContext): Organization | Person {
  const known = { ...named(author, context), description: author.description };
  return author.kind === "person"
    ? { "@type": TYPES.person, ...known }
    : { "@type": TYPES.desk, ...known, parentOrganization: publisherId(context) };
}

const TYPES = { desk: "Organization", person: "Person" } as const satisfies Readonly<Record<Author["kind"], string>>;

function named({ id, name }: Author, { href }: SiteContext) {
  return { name, url: href(authorPath(id)) };
}
