import type { IdReference, NewsMediaOrganization, SearchAction, WebSite, WithActionConstraints } from "schema-dts";
import { CORRECTIONS, FRONT, SEARCH } from "../../model/urls.ts";
import type { Whole } from "./described-page.ts";

/** The id of the publisher, on whatever page it is named. */
export function publisherId({ href }: Whole): IdReference {
  return { "@id": `${href(FRONT)}#organization` };
}

/** The id of the publication as a site. */
export function siteId({ href }: Whole): IdReference {
  return { "@id": `${href(FRONT)}#website` };
}

/** The publisher as far as a story needs to name it. */
export function publisher(whole: Whole): NewsMediaOrganization {
  return { "@type": "NewsMediaOrganization", ...publisherId(whole), name: whole.site.name, url: whole.href(FRONT) };
}

/** All that is known of the publisher, for the front page. Logo: https://developers.google.com/search/docs/appearance/structured-data/organization */
export function wholePublisher(whole: Whole): NewsMediaOrganization {
  const { site, href, logo } = whole;
  return {
    "@type": "NewsMediaOrganization",
    ...publisherId(whole),
    name: site.name,
    url: href(FRONT),
    description: site.description,
    logo: { "@type": "ImageObject", url: href(logo), contentUrl: href(logo) },
    correctionsPolicy: href(CORRECTIONS),
  };
}

/** The publication as a site, and the address of its search. */
export function webSite(whole: Whole): WebSite {
  const { site, href } = whole;
  const search: WithActionConstraints<SearchAction> = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${href(SEARCH)}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
  return {
    "@type": "WebSite",
    ...siteId(whole),
    url: href(FRONT),
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    publisher: publisherId(whole),
    potentialAction: search,
  };
}
