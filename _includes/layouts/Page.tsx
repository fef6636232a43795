import type { ComponentChildren } from "preact";
import { FRONT } from "../../src/model/urls.ts";
import type { PageSubject } from "../../src/syndication/structured-data/described-page.ts";
import { Breadcrumb } from "../components/breadcrumb/Breadcrumb.tsx";
import { Footer } from "../components/footer/Footer.tsx";
import { Head } from "../components/head/Head.tsx";
import type { NamedPath } from "../components/link-list/LinkList.tsx";
import { Masthead } from "../components/masthead/Masthead.tsx";
import { NewsletterDialog } from "../components/newsletter/NewsletterDialog.tsx";
import type { GlobalData, PageContext } from "../page-context.ts";

interface PageProps {
  readonly context: PageContext;
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
  context,
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
  const { site, href, path, socialCards } = context;
  const way = crumbs ? [{ name: "Front page", path: FRONT }, ...crumbs] : [];
  const card = socialCards?.stories.get(path)?.card ?? socialCards?.site;
  return (
    <html lang={site.language}>
      <Head
        context={context}
        name={documentTitle(title, site)}
        page={{ path, title: title ?? site.name, description, crumbs: way, subject, card }}
        robots={unlisted ? "unlisted" : "listed"}
        feeds={feeds}
      />
      <body>
        <a class="skip" href="#page_content">
          Skip to the content
        </a>
        <Masthead context={context} section={section} />
        <main id="page_content" class="wrap" tabindex={-1}>
          {crumbs && <Breadcrumb crumbs={way} href={href} />}
          {children}
        </main>
        <Footer context={context} edition={edition} />
        <NewsletterDialog context={context} />
      </body>
    </html>
  );
}

/** Search engines and tabs cut longer titles off. */
const LONGEST_TITLE = 70;

function documentTitle(title: string | undefined, { name, tagline }: PageContext["site"]): string {
  if (title === undefined) return `${name}: ${tagline}`;
  const signed = `${title} | ${name}`;
  return signed.length <= LONGEST_TITLE ? signed : title;
}
