import type { Body } from "../../src/newsroom/body.ts";
import { Figure } from "../components/picture/Figure.tsx";
import type { Place } from "./place.ts";

/** The text of a story or page, with its pictures set between. */
export function BodyText({ body, place }: { body: Body; place: Place }) {
  return (
    <>
      {body.map((block) => {
        if (block.kind === "html") return <div class="prose" dangerouslySetInnerHTML={{ __html: block.html }} />;
        const picture = place.gallery.get(block.picture);
        return picture && <Figure picture={picture} href={place.href} as="column" alt={block.alt} caption={block.caption} />;
      })}
    </>
  );
}
