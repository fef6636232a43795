import { jsxTemplate } from "preact/jsx-runtime";
import { chartRequest } from "../../src/markets/chart/chart-block.ts";
import type { Body, BodyBlock } from "../../src/model/body.ts";
import { FigureNotes } from "../components/bound-figure/FigureNotes.tsx";
import { Chart } from "../components/chart/Chart.tsx";
import { Figure } from "../components/picture/Figure.tsx";
import type { PageContext } from "../page-context.ts";

/**
 * The body of a story or page: text, pictures and charts, with the notes on figures at the end. They become children of the
 * `<article class="story prose">` itself: reader views take the element with most paragraphs, and lose what is beside it.
 */
export function BodyText({ body, context }: { body: Body; context: PageContext }) {
  return (
    <>
      {body.map((block, index) => (
        <Block block={block} context={context} id={`chart_${index}`} />
      ))}
    </>
  );
}

/** @param id of the chart, if the block is one: contains its index in the body */
function Block({ block, context, id }: { block: BodyBlock; context: PageContext; id: string }) {
  const { href, images, markets, site } = context;
  switch (block.kind) {
    case "html":
      return jsxTemplate([block.html]);
    case "chart":
      return <Chart request={chartRequest(block.chart, markets)} language={site.language} id={id} />;
    case "figureNotes":
      return <FigureNotes notes={block} href={href} />;
    case "figure": {
      const picture = images.get(block.picture);
      return picture ? <Figure picture={picture} href={href} as="column" alt={block.alt} caption={block.caption} /> : null;
    }
  }
}
