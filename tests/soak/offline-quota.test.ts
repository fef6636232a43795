import { inject, it } from "vitest";
import { between, seededRandom } from "../bench/archive/random.ts";
import { downloadWithQuota } from "../browser/failed-download.ts";
import { offlineVisits } from "../browser/offline-visit.ts";
import { readTree } from "../site/build-site.ts";

const random = seededRandom(`${inject("seed")} quota`);
const SIZES = [100_000, 2_000_000, ...Array.from({ length: 4 }, () => between(random, 50_000, 2_500_000))];

const open = offlineVisits();
const tree = readTree(inject("siteFolder"));
const stories = Object.keys(JSON.parse(tree.get("offline/stories.json")?.toString() ?? "")).map((folder) => `/${folder}`);

it.each(SIZES)("a download with a quota of %i bytes leaves nothing", async (bytes) => {
  await downloadWithQuota(await open(), bytes, [stories[1] ?? "", stories.at(-2) ?? ""]);
});
