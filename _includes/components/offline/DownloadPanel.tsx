import type { DownloadState } from "../../../src/formats/offline/download.ts";
import type { EditionScopes, Selection } from "../../../src/formats/offline/scopes.ts";
import type { StoredEdition } from "../../../src/formats/offline/stored-edition.ts";
import { CurrentDownload } from "./CurrentDownload.tsx";
import { SavedEdition } from "./SavedEdition.tsx";
import { ScopeChoice } from "./ScopeChoice.tsx";

export interface DownloadPanelState {
  readonly language: string;
  readonly download: DownloadState;
  readonly stored: StoredEdition | undefined;
  /** What the host offers. */
  readonly scopes: EditionScopes | "loading" | "unavailable";
  readonly selection: Selection;
  /** How much more the browser lets the site store; undefined where it does not say. */
  readonly freeBytes: number | undefined;
}

export interface DownloadPanelActions {
  readonly select: (selection: Selection) => void;
  readonly start: (selection: Selection) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
  readonly remove: () => void;
  /** Loads the scopes again. */
  readonly reload: () => void;
}

export interface DownloadPanelProps {
  readonly state: DownloadPanelState;
  readonly actions: DownloadPanelActions;
}

/** The current download, the stored edition, and the choice of another. */
export function DownloadPanel({ state, actions }: DownloadPanelProps) {
  const { download, stored } = state;
  const isIdle = download.phase === "idle";
  return (
    <div class="take-along-parts">
      {!isIdle && <CurrentDownload download={download} state={state} actions={actions} />}
      {stored && <SavedEdition stored={stored} state={state} actions={actions} />}
      {isIdle && !stored && <Choice state={state} actions={actions} />}
      {isIdle && stored && (
        <details>
          <summary>Download something else</summary>
          <Choice state={state} actions={actions} />
        </details>
      )}
    </div>
  );
}

function Choice({ state, actions }: DownloadPanelProps) {
  const { scopes } = state;
  if (scopes === "loading") return <p>Checking what’s available…</p>;
  if (scopes === "unavailable") {
    return (
      <p>
        Connect to the internet to see what you can download.{" "}
        <button type="button" class="quiet-button" onClick={actions.reload}>
          Try again
        </button>
      </p>
    );
  }
  if (scopes.parts.length === 0) return <p>There are no stories to download yet.</p>;
  return <ScopeChoice scopes={scopes} state={state} actions={actions} />;
}

/** The section that a script fills with the panel, with an explanation for readers without scripts. */
export function DownloadPlaceholder({ name }: { name: string }) {
  return (
    <section id="take_along" class="block take-along" aria-labelledby="take_along_title">
      <h2 id="take_along_title">Save for offline</h2>
      <p>Download all of {name}, a section or a year to this device. You can read and search it without a connection.</p>
      <div />
    </section>
  );
}
