import { HOME, NEWSLETTER, SEARCH } from "../../../src/model/fixed-pages.ts";
import { sectionPath } from "../../../src/model/urls.ts";
import type { PageContext } from "../../page-context.ts";
import { Icon } from "../icon/Icon.tsx";
import { LinkList } from "../link-list/LinkList.tsx";
import { menuLinks, sectionLinks, staticPageLinks } from "../link-list/site-links.ts";
import { MarketStrip } from "../market-strip/MarketStrip.tsx";
import { SchemeControl } from "../scheme/SchemeControl.tsx";

interface MastheadProps {
  readonly context: PageContext;
  /** The section that the page belongs to. */
  readonly section: string | undefined;
}

/** The top of every page: menu, wordmark, search, newsletter and section bar. */
export function Masthead({ context, section }: MastheadProps) {
  const { href, site, staticPages } = context;
  return (
    <header class="masthead">
      <div class="wrap masthead-row">
        <details class="menu">
          <summary>
            <Icon shape="menu" /> <span class="label">Menu</span>
          </summary>
          <div class="menu-panel">
            <nav aria-label="Menu">
              <LinkList links={sectionLinks(site)} href={href} />
              <LinkList links={[...menuLinks(), ...staticPageLinks(staticPages)]} href={href} />
            </nav>
            <SchemeControl />
          </div>
        </details>
        <a class="wordmark" href={href(HOME)} aria-label={`${site.name}, home`}>
          {site.name}
        </a>
        <div class="masthead-tools">
          <a class="tool" href={href(SEARCH)} data-opens="search">
            <Icon shape="search" /> <span class="label">Search</span>
          </a>
          <a class="tool wide-only" href={href(NEWSLETTER)} data-opens="newsletter">
            Newsletter
          </a>
        </div>
      </div>
      <nav class="sections" aria-label="Sections">
        <div class="wrap">
          <LinkList links={sectionLinks(site)} href={href} current={section === undefined ? undefined : sectionPath(section)} />
        </div>
      </nav>
      <MarketStrip context={context} />
    </header>
  );
}
