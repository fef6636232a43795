import type { GlobalData } from "../../_includes/page-context.ts";
import { textDirection } from "../lib/text-direction.ts";
import { HOME, SEARCH } from "../model/fixed-pages.ts";
import { type Href, hrefAbsolute, sectionPath } from "../model/urls.ts";

export const data = { permalink: "/404.html", eleventyExcludeFromCollections: true };

/**
 * The 404 page. Hosts serve it at any depth, so it has inline styles and absolute links; where the site has no address it
 * has no links. It has no mark, so that no device stores it where a host sends it with status 200.
 */
export default function NotFound({ site, assets }: GlobalData) {
  const href = site.address === undefined ? undefined : hrefAbsolute(site.address);
  return (
    <html lang={site.language} dir={textDirection(site.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Page not found | ${site.name}`}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: assets.notFoundStyles }} />
      </head>
      <body>
        <header>
          <p class="wordmark">{href ? <a href={href(HOME)}>{site.name}</a> : site.name}</p>
        </header>
        <main>
          <p class="kicker">Error 404</p>
          <h1>Page not found</h1>
          <p class="standfirst">
            It may have been mistyped, or the page may have moved.
            {href ? " Try one of these:" : " Start again from the home page."}
          </p>
          {href && <Links site={site} href={href} />}
        </main>
      </body>
    </html>
  );
}

function Links({ site, href }: { site: GlobalData["site"]; href: Href }) {
  return (
    <ul>
      <li>
        <a href={href(HOME)}>Home</a>
      </li>
      <li>
        <a href={href(SEARCH)}>Search</a>
      </li>
      {site.sections.map(({ id, name }) => (
        <li>
          <a href={href(sectionPath(id))}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
