import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OFFLINE_WORKER } from "../../model/urls.ts";
import type { BuiltAssets } from "../assets/build-assets.ts";
import { bundleWorker } from "./bundle-worker.ts";
import { shellOf } from "./shell.ts";

/**
 * Writes the worker of an edition into the folder of its output.
 *
 * @param keeps whether it keeps anything, or takes the place of one that did and removes itself
 */
export async function writeOfflineWorker(root: string, assets: BuiltAssets, folder: string, keeps: boolean): Promise<void> {
  await writeFile(join(folder, OFFLINE_WORKER), await bundleWorker(root, keeps ? shellOf(assets) : undefined));
}
