import type { DateTime } from "luxon";
import type { PageContext } from "../../page-context.ts";
import { Time } from "../date/Time.tsx";
import { LinkList } from "../link-list/LinkList.tsx";
import { downloadLink, footerLinks, sectionLinks, staticPageLinks } from "../link-list/site-links.ts";

interface FooterProps {
  readonly context: PageContext;
  /** The date of the edition, on the home page only: every other page must not change with each edition. */
  readonly edition?: DateTime | undefined;
}

/** The footer of every page. */
export function Footer({ context: { site, staticPages, assets, href }, edition }: FooterProps) {
  const hasAddress = site.address !== undefined;
  const reading = footerLinks("reading", hasAddress);
  return (
    <footer class="wrap">
      <div class="footer">
        <div>
          <p>
            <b>{site.name}</b>
          </p>
          <p class="quiet">{site.tagline}</p>
          {edition && (
            <p class="quiet">
              Last updated <Time date={edition} as="dateTime" />
            </p>
          )}
        </div>
        <LinkList links={sectionLinks(site)} href={href} />
        <LinkList links={assets.isOfflineEnabled ? [...reading, downloadLink] : reading} href={href} />
        <LinkList links={[...staticPageLinks(staticPages), ...footerLinks("about", hasAddress)]} href={href} />
      </div>
    </footer>
  );
}
