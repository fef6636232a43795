import type { ComponentChildren } from "preact";
import { FEED, OPEN_SEARCH } from "../../src/newsroom/addresses.ts";
import { Breadcrumb } from "../components/breadcrumb/Breadcrumb.tsx";
import { Footer } from "../components/footer/Footer.tsx";
import type { NamedPath } from "../components/link-list/LinkList.tsx";
import { Masthead } from "../components/masthead/Masthead.tsx";
import { NewsletterDialog } from "../components/newsletter/NewsletterDialog.tsx";
import type { GlobalData, Place } from "./place.ts";

/** Dates become relative before they are first seen: afterwards the text beside them would move (HTML, blocking attributes). */
const BEFORE_FIRST_PAINT = { blocking: "render" };

interface PageProps {
  readonly place: Place;
  /** What the page is called; the front page goes by the publication's name alone. */
  readonly title: string | undefined;
  readonly description: string;
  /** The section that the page belongs to. */
  readonly section?: string;
  /** The pages above this one; none on the front page. */
  readonly crumbs?: readonly NamedPath[];
  readonly edition?: GlobalData["edition"]["date"];
  readonly children: ComponentChildren;
}

/** What all pages share: the head of the document, masthead, breadcrumb, footer. */
export function Page({ place, title, description, section, crumbs, edition, children }: PageProps) {
  const { site, assets, href, path } = place;
  return (
    <html lang={site.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{documentTitle(title, site)}</title>
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        {site.address && <link rel="canonical" href={`${site.address}${path.slice(1)}`} />}
        {assets.preloadedFonts.map((font) => (
          <link rel="preload" href={href(font)} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={href(assets.stylesheet)} />
        <script src={href(assets.schemeScript)} />
        <script type="module" src={href(assets.script)} {...BEFORE_FIRST_PAINT} />
        <link rel="icon" href={href(assets.icon)} type="image/svg+xml" />
        {site.address && <link rel="alternate" type="application/atom+xml" title={site.name} href={href(FEED)} />}
        {site.address && (
          <link rel="search" type="application/opensearchdescription+xml" title={site.name} href={href(OPEN_SEARCH)} />
        )}
      </head>
      <body>
        <a class="skip" href="#page_content">
          Skip to the content
        </a>
        <Masthead place={place} section={section} />
        <main id="page_content" class="wrap" tabindex={-1}>
          {crumbs && <Breadcrumb crumbs={[{ name: "Front page", path: "/" }, ...crumbs]} href={href} />}
          {children}
        </main>
        <Footer place={place} edition={edition} />
        <NewsletterDialog place={place} />
      </body>
    </html>
  );
}

/** Search engines and tabs cut longer titles off. */
const LONGEST_TITLE = 70;

function documentTitle(title: string | undefined, { name, tagline }: Place["site"]): string {
  if (title === undefined) return `${name}: ${tagline}`;
  const signed = `${title} | ${name}`;
  return signed.length <= LONGEST_TITLE ? signed : title;
}
