import type { HTMLAttributes } from "preact";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      /** A drawn chart, which a script lets readers ask for single figures. Its data are those of `readingData`. */
      "market-chart": HTMLAttributes<HTMLElement> & Readonly<Record<`data-${string}`, string | number | boolean | undefined>>;
    }
  }
}
