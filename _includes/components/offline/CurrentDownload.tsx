import type { DownloadProgress, DownloadState } from "../../../src/formats/offline/download.ts";
import type { ScopeId } from "../../../src/formats/offline/scopes.ts";
import type { DownloadPanelProps } from "./DownloadPanel.tsx";
import { describeFailure, formatProgress, formatSelection, scopeWithId } from "./edition-text.ts";

interface CurrentDownloadProps extends DownloadPanelProps {
  readonly download: Exclude<DownloadState, { phase: "idle" }>;
}

/** The progress of a download, or why it stopped, and the buttons to control it. */
export function CurrentDownload({ download, state, actions }: CurrentDownloadProps) {
  const { language } = state;
  const name = formatSelection(download.selection, nameOf(download.selection.part, state));
  if (download.phase === "stopped") {
    const { reason, advice } = describeFailure(download.fault, language);
    return (
      <section aria-labelledby="take_along_save">
        <h3 id="take_along_save">Download failed: {name}</h3>
        <p>
          <b>{reason}</b> {advice}
        </p>
        <p>
          {download.fault.kind !== "no-such-part" && <Button name="Try again" onClick={actions.resume} />}
          <Button name="Discard" onClick={actions.cancel} />
        </p>
      </section>
    );
  }
  const progress = download.phase === "preparing" ? undefined : download.progress;
  const isPaused = download.phase === "paused";
  return (
    <section aria-labelledby="take_along_save">
      <h3 id="take_along_save">
        {isPaused ? "Paused" : "Downloading"}: {name}
      </h3>
      <ProgressBar progress={progress} isPaused={isPaused} />
      <p>
        {download.phase === "waiting" && "You’re offline. Download resumes when you reconnect. "}
        {progress ? formatProgress(progress, language) : WITHOUT_PROGRESS[download.phase]}
      </p>
      <p>
        {/* One button for both, so that it keeps the focus. */}
        <Button name={isPaused ? "Resume" : "Pause"} onClick={isPaused ? actions.resume : actions.pause} />
        <Button name="Cancel" onClick={actions.cancel} />
      </p>
    </section>
  );
}

/** The name of a scope: without a connection only that of the stored edition is known. */
function nameOf(id: ScopeId, { scopes, stored }: DownloadPanelProps["state"]): string | undefined {
  const known = typeof scopes === "object" ? scopeWithId(scopes, id) : undefined;
  return known?.name ?? (stored?.selection.part === id ? stored.name : undefined);
}

/** Shown until the size of the download is known. */
const WITHOUT_PROGRESS = {
  preparing: "Preparing download…",
  saving: "",
  waiting: "",
  paused: "Nothing downloaded yet.",
} as const;

/** Indeterminate until the size is known, unless paused. */
function ProgressBar({ progress, isPaused }: { progress: DownloadProgress | undefined; isPaused: boolean }) {
  if (!progress) return isPaused ? null : <progress aria-labelledby="take_along_save" />;
  // An update may have nothing to fetch.
  const { bytes, bytesInAll } = progress;
  return <progress aria-labelledby="take_along_save" value={bytesInAll > 0 ? bytes / bytesInAll : 1} />;
}

function Button({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="more" onClick={onClick}>
      {name}
    </button>
  );
}
