import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { escapeHtml } from "../../../lib/html-entities.ts";

const STYLE =
  "position:fixed;inset:auto 0 0;z-index:99;max-height:70vh;overflow:auto;margin:0;padding:1rem;" +
  "border-top:4px solid #e5484d;background:#161616;color:#fff;font:14px/1.5 monospace;" +
  "white-space:pre-wrap;overflow-wrap:anywhere;text-align:left";

/** The errors of a build, as HTML that lies over the bottom of any page. */
export function errorOverlay(message: string): string {
  return `<pre role="alert" dir="ltr" tabindex="0" style="${STYLE}">${escapeHtml(message)}</pre>`;
}

/** Lays the errors of a build over every page of a watched site. */
export async function overlayErrors(folder: string, message: string): Promise<void> {
  const overlay = errorOverlay(message);
  for (const path of await readdir(folder, { recursive: true })) {
    if (!path.endsWith(".html")) continue;
    const file = join(folder, path);
    const html = await readFile(file, "utf8");
    await writeFile(
      file,
      html.replace(/<\/body>|$/, (end) => overlay + end),
    );
  }
}
