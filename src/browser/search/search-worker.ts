import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import { ArchiveSearch } from "./engine/archive-search.ts";
import { type OpenVolume, volumeOpener } from "./engine/open-volumes.ts";
import type { FromWorker, ToWorker } from "./search-messages.ts";

let archive: { readonly manifest: SearchManifest; readonly open: OpenVolume } | undefined;
let latest = 0;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "open") {
    const { manifest, index } = data;
    archive = { manifest, open: volumeOpener(index, manifest.everywhere, (script) => import(script)) };
    return;
  }
  latest = data.turn;
  if (!archive || data.kind === "cancel") return;
  const { turn, request, shown, counts } = data;
  const tell = (message: FromWorker): void => postMessage(message);
  const search = new ArchiveSearch(
    { request, shown, counts },
    { ...archive, tell: (answer) => tell({ kind: "answer", turn, answer }), isOvertaken: () => turn !== latest },
  );
  search.run().catch(() => tell({ kind: "failure", turn }));
});

// Pagefind does not wait for what it begins when it opens a volume. Its first search there tells the same failure.
addEventListener("unhandledrejection", (event) => event.preventDefault());
