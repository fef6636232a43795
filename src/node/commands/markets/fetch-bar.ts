import { SingleBar } from "cli-progress";
import type { FetchProgress } from "../../ingest/markets/update/update-markets.ts";

/** The bar of an update. Each step of it is a journey over the network, so that few are worth one; nothing where nobody watches. */
export function fetchBar(stream: NodeJS.WritableStream, isWatched: boolean): FetchProgress {
  if (!isWatched) return { start() {}, advance() {}, stop() {} };
  const bar = new SingleBar({
    format: "fetch figures      {bar} {percentage} %  {value} of {total} series",
    barCompleteChar: "━",
    barIncompleteChar: " ",
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream,
  });
  return { start: (total) => bar.start(total, 0), advance: () => bar.increment(), stop: () => bar.stop() };
}
