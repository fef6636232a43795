import type { EditionScopes } from "../../../src/formats/offline/scopes.ts";
import type { StoredEdition } from "../../../src/formats/offline/stored-edition.ts";
import type { DownloadPanelProps } from "./DownloadPanel.tsx";
import { deviceDate } from "./device-date.ts";
import { formatEditionDay, formatMegabytes, formatSelection, formatStoryCount, scopeWithId } from "./edition-text.ts";

/** The edition on the device, with buttons to update and to remove it. */
export function SavedEdition({ stored, state, actions }: DownloadPanelProps & { readonly stored: StoredEdition }) {
  const { language, scopes, download } = state;
  const storedAt = new Date(stored.keptAtMs);
  return (
    <section aria-labelledby="take_along_kept">
      <h3 id="take_along_kept">Saved on this device: {formatSelection(stored.selection, stored.name)}</h3>
      <p>
        Edition of <time datetime={stored.date.slice(0, 10)}>{formatEditionDay(stored.date, language)}</time>
        {" · "}
        {formatStoryCount(stored.stories, language)}
        {" · "}
        {formatMegabytes(stored.bytes, language)}
        <br />
        Saved on <time datetime={storedAt.toISOString()}>{deviceDate(storedAt, language)}</time>
      </p>
      {download.phase === "idle" && typeof scopes === "object" && scopes.fingerprint !== stored.fingerprint && (
        <Update scopes={scopes} stored={stored} language={language} onUpdate={() => actions.start(stored.selection)} />
      )}
      <button type="button" class="quiet-button" onClick={actions.remove}>
        Remove download
      </button>
    </section>
  );
}

interface UpdateProps {
  readonly scopes: EditionScopes;
  readonly stored: StoredEdition;
  readonly language: string;
  readonly onUpdate: () => void;
}

function Update({ scopes, stored, language, onUpdate }: UpdateProps) {
  if (!scopeWithId(scopes, stored.selection.part)) return <p>The new edition does not have this section or year any more.</p>;
  const of = scopes.date === undefined ? "" : ` of ${formatEditionDay(scopes.date, language)}`;
  return (
    <>
      <p>A new edition{of} is available. Only changes will be downloaded.</p>
      <button type="button" class="more" onClick={onUpdate}>
        Update
      </button>
    </>
  );
}
