import { textDirection } from "../../src/lib/text-direction.ts";
import type { Redirect } from "../../src/model/redirects.ts";
import { hrefAbsolute, type SitePath } from "../../src/model/urls.ts";
import type { PageContext } from "../page-context.ts";

/** The page at an address that has moved. It redirects with `meta refresh` if the host has not done so, and links to the new address. */
export function ForwardingPage({ to, context: { site, assets, href } }: { to: Redirect["to"]; context: PageContext }) {
  const link = isWithin(to) ? href(to) : to;
  const canonical = isWithin(to) ? site.address && hrefAbsolute(site.address)(to) : to;
  return (
    <html lang={site.language} dir={textDirection(site.language)} data-site={assets.publicationMark}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`This page has moved | ${site.name}`}</title>
        <meta name="description" content="This page has moved, and forwards to its new address." />
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content={`0; url=${link}`} />
        <meta name="color-scheme" content="light dark" />
        {canonical && <link rel="canonical" href={canonical} />}
        <link rel="stylesheet" href={href(assets.stylesheet)} />
        <link rel="icon" href={href(assets.icon)} type="image/svg+xml" />
      </head>
      <body>
        <main class="wrap">
          <article class="story">
            <h1>This page has moved</h1>
            <p class="standfirst">
              <a href={link}>Go to its new address</a>
            </p>
          </article>
        </main>
      </body>
    </html>
  );
}

function isWithin(to: Redirect["to"]): to is SitePath {
  return to.startsWith("/");
}
