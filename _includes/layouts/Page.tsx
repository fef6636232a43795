import type { ComponentChildren } from "preact";
import { FRONT } from "../../src/model/urls.ts";
import type { PageSubject } from "../../src/syndication/structured-data/described-page.ts";
import { Breadcrumb } from "../components/breadcrumb/Breadcrumb.tsx";
import { Footer } from "../components/footer/Footer.tsx";
import { Head } from "../components/head/Head.tsx";
import type { NamedPath } from "../components/link-list/LinkList.tsx";
import { Masthead } from "../components/masthead/Masthead.tsx";
import { NewsletterDialog } from "../components/newsletter/NewsletterDialog.tsx";
import type { GlobalData, Place } from "../page-context.ts";

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
  /** What the page is about, as machines are told it. */
  readonly subject?: PageSubject;
  /** The listing whose feeds the page offers beside those of the publication. */
  readonly feeds?: NamedPath;
  /** Whether search engines are to leave the page out. */
  readonly unlisted?: boolean;
  readonly children: ComponentChildren;
}

const PLAIN: PageSubject = { kind: "text", type: "WebPage" };

/** What all pages share: the head of the document, masthead, breadcrumb, footer. */
export function Page({
  place,
  title,
  description,
  section,
  crumbs,
  edition,
  subject = PLAIN,
  feeds,
  unlisted,
  children,
}: PageProps) {
  const { site, href, path, shares } = place;
  const way = crumbs ? [{ name: "Front page", path: FRONT }, ...crumbs] : [];
  const card = shares?.stories.get(path)?.card ?? shares?.site;
  return (
    <html lang={site.language}>
      <Head
        place={place}
        name={documentTitle(title, site)}
        page={{ path, title: title ?? site.name, description, crumbs: way, subject, card }}
        robots={unlisted ? "unlisted" : "listed"}
        feeds={feeds}
      />
      <body>
        <a class="skip" href="#page_content">
          Skip to the content
        </a>
        <Masthead place={place} section={section} />
        <main id="page_content" class="wrap" tabindex={-1}>
          {crumbs && <Breadcrumb crumbs={way} href={href} />}
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
