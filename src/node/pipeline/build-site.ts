import { stageOutput } from "../publish/output/staged-output.ts";
import { type RecordedUrls, recordUrls } from "../publish/record-urls.ts";
import { Build, type Prepared } from "./build.ts";
import { createConsole } from "./console.ts";
import { createEleventy } from "./eleventy/create-eleventy.ts";
import type { BuildSettings } from "./settings.ts";

/**
 * Builds the site in a folder beside its output, and replaces the output when it is complete. If the build fails, the
 * previous output is unchanged.
 *
 * @param isInteractive whether standard output is a terminal that can show progress bars
 */
export async function buildSite(settings: BuildSettings, isInteractive: boolean): Promise<Prepared> {
  const staged = stageOutput(settings.outFolder);
  // With `--host`, standard output is only for the host's configuration.
  const console = settings.host ? createConsole(process.stderr, false) : createConsole(process.stdout, isInteractive);
  const build = new Build(settings, console);
  let urls: RecordedUrls | undefined;
  try {
    const eleventy = createEleventy(build, staged.folder, "build");
    // The build reports its own steps and errors; Eleventy would print them again.
    eleventy.disableLogger();
    await eleventy.write();
    if (settings.record) urls = await recordUrls(settings.contentFolder, staged.folder, build.prepared);
    const notice = staged.swapIn();
    if (notice !== undefined) console.notice(notice);
    urls?.swapIn();
  } catch (error) {
    build.abandon();
    urls?.discard();
    staged.discard();
    throw error;
  }
  if (urls) console.notice(`${urls.added} new in ${urls.file}, the URL history`);
  return build.prepared;
}
