import type { ComponentChildren } from "preact";
import { textDirection } from "../../src/lib/text-direction.ts";
import { FIXED_PAGES } from "../../src/model/fixed-pages.ts";
import type { PageSubject } from "../../src/syndication/structured-data/page-metadata.ts";
import { Breadcrumb } from "../components/breadcrumb/Breadcrumb.tsx";
import { Footer } from "../components/footer/Footer.tsx";
import { Head } from "../components/head/Head.tsx";
import type { NamedPath } from "../components/link-list/LinkList.tsx";
import { Masthead } from "../components/masthead/Masthead.tsx";
import { NewsletterDialog } from "../components/newsletter/Newsletter.tsx";
import type { GlobalData, PageContext } from "../page-context.ts";

interface PageProps {
  readonly context: PageContext;
  /** The page's title; undefined on the home page, which has the publication's name only. */
  readonly title: string | undefined;
  readonly description: string;
  /** The section that the page belongs to. */
  readonly section?: string;
  /** The breadcrumbs between the home page and this one; undefined on the home page itself. */
  readonly crumbs?: readonly NamedPath[];
  readonly edition?: GlobalData["edition"]["date"];
  /** What the page is about, for structured data. */
  readonly subject?: PageSubject;
  /** The listing whose feeds the page links to, besides those of the publication. */
  readonly feeds?: NamedPath;
  /** Whether search engines must not index the page. */
  readonly unlisted?: boolean;
  readonly children: ComponentChildren;
  /** What is shown after the main content but is not part of it: reader views leave it out. */
  readonly after?: ComponentChildren;
}

const PLAIN_TEXT: PageSubject = { kind: "text", type: "WebPage" };

/** What all pages share: document head, masthead, breadcrumbs, footer. */
export function Page({
  context,
  title,
  description,
  section,
  crumbs,
  edition,
  subject = PLAIN_TEXT,
  feeds,
  unlisted,
  children,
  after,
}: PageProps) {
  const { site, assets, href, path, socialCards } = context;
  const breadcrumbs = crumbs ? [FIXED_PAGES.home, ...crumbs] : [];
  const card = socialCards?.stories.get(path)?.card ?? socialCards?.site;
  return (
    <html lang={site.language} dir={textDirection(site.language)} data-site={assets.publicationMark}>
      <Head
        context={context}
        name={documentTitle(title, site)}
        page={{ path, title: title ?? site.name, description, crumbs: breadcrumbs, subject, card }}
        robots={unlisted ? "unlisted" : "listed"}
        feeds={feeds}
      />
      <body>
        <a class="skip" href="#page_content">
          Skip to main content
        </a>
        <Masthead context={context} section={section} />
        <main id="page_content" class="wrap" tabindex={-1}>
          {crumbs && <Breadcrumb crumbs={breadcrumbs} href={href} />}
          {children}
        </main>
        {after && <aside class="wrap">{after}</aside>}
        <Footer context={context} edition={edition} />
        <NewsletterDialog context={context} />
      </body>
    </html>
  );
}

/** Search engines and browser tabs truncate longer titles. */
const MAX_TITLE_LENGTH = 70;

function documentTitle(title: string | undefined, { name, tagline }: PageContext["site"]): string {
  if (title === undefined) return `${name}: ${tagline}`;
  const full = `${title} | ${name}`;
  return full.length <= MAX_TITLE_LENGTH ? full : title;
}
