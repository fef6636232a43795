import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import { ArchiveSearch } from "./engine/archive-search.ts";
import { type OpenShard, shardOpener } from "./engine/open-shards.ts";
import type { FromWorker, ToWorker } from "./search-messages.ts";

let archive: { readonly manifest: SearchManifest; readonly open: OpenShard } | undefined;
let latestId = 0;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "open") {
    const { manifest, index } = data;
    archive = { manifest, open: shardOpener(index, manifest.everywhere, (script) => import(script)) };
    return;
  }
  latestId = data.searchId;
  if (!archive || data.kind === "cancel") return;
  const { searchId, request, shown, counts } = data;
  const post = (message: FromWorker): void => postMessage(message);
  const search = new ArchiveSearch(
    { request, shown, counts },
    {
      ...archive,
      onAnswer: (answer) => post({ kind: "answer", searchId, answer }),
      isSuperseded: () => searchId !== latestId,
    },
  );
  search.run().catch(() => post({ kind: "failure", searchId }));
});

// Pagefind leaves promises unhandled when it opens a shard. Its first search there rejects with the same error.
addEventListener("unhandledrejection", (event) => event.preventDefault());
