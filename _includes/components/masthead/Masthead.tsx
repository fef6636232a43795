import { AUTHORS, FRONT, NEWSLETTER, SEARCH, sectionPath, TOPICS } from "../../../src/newsroom/addresses.ts";
import type { Place } from "../../layouts/place.ts";
import { Icon } from "../icon/Icon.tsx";
import { SchemeControl } from "../scheme/SchemeControl.tsx";

interface MastheadProps {
  readonly place: Place;
  /** The section that the page belongs to. */
  readonly section: string | undefined;
}

/** The head of every page: menu, wordmark, search and newsletter, and the bar of sections. */
export function Masthead({ place, section }: MastheadProps) {
  const { href, site } = place;
  return (
    <header class="masthead">
      <div class="wrap masthead-row">
        <details class="menu">
          <summary>
            <Icon shape="menu" /> <span class="label">Menu</span>
          </summary>
          <div class="menu-panel">
            <nav aria-label="Menu">
              <SectionLinks place={place} section={undefined} />
              <ul>
                <li>
                  <a href={href(TOPICS)}>Topics</a>
                </li>
                <li>
                  <a href={href(AUTHORS)}>Authors</a>
                </li>
                <li>
                  <a href={href(NEWSLETTER)}>Newsletter</a>
                </li>
                {place.standing.map(({ title, path }) => (
                  <li>
                    <a href={href(path)}>{title}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <SchemeControl />
          </div>
        </details>
        <a class="wordmark" href={href(FRONT)} aria-label={`${site.name}, front page`}>
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
          <SectionLinks place={place} section={section} />
        </div>
      </nav>
    </header>
  );
}

function SectionLinks({ place: { site, href }, section }: MastheadProps) {
  return (
    <ul>
      {site.sections.map(({ id, name }) => (
        <li>
          <a href={href(sectionPath(id))} aria-current={id === section ? "true" : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
