import { type EditionScope, type EditionScopes, isSameSelection, type ScopeId } from "../../../src/formats/offline/scopes.ts";
import type { DownloadPanelProps } from "./DownloadPanel.tsx";
import { bytesOf, formatMegabytes, formatStoryCount, scopeWithId } from "./edition-text.ts";

interface ScopeChoiceProps extends DownloadPanelProps {
  /** At least one. */
  readonly scopes: EditionScopes;
}

/** A form to choose a scope, with pictures or without, which shows the exact size. */
export function ScopeChoice({ scopes, state, actions }: ScopeChoiceProps) {
  const scope = scopeWithId(scopes, state.selection.part) ?? scopes.parts[0];
  if (!scope) return null;
  const selection = { part: scope.id, pictures: state.selection.pictures };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        actions.start(selection);
      }}
    >
      <label for="take_along_part">Choose what to download</label>
      <select
        id="take_along_part"
        value={scope.id}
        onChange={({ currentTarget }) => {
          const selected = scopes.parts.find(({ id }) => id === currentTarget.value);
          if (selected) actions.select({ ...selection, part: selected.id });
        }}
      >
        <Options scopes={scopes.parts} />
      </select>
      <label>
        <input
          type="checkbox"
          checked={selection.pictures}
          onChange={({ currentTarget }) => actions.select({ ...selection, pictures: currentTarget.checked })}
        />{" "}
        With pictures ({formatMegabytes(scope.pictureBytes, state.language)})
      </label>
      <Size scope={scope} scopes={scopes} state={state} actions={actions} />
    </form>
  );
}

const GROUPS = [
  { name: "Sections", includes: (id: ScopeId) => id.startsWith("section:") },
  { name: "Years", includes: (id: ScopeId) => id.startsWith("year:") },
] as const;

function Options({ scopes }: { scopes: readonly EditionScope[] }) {
  const option = ({ id, name }: EditionScope) => <option value={id}>{name}</option>;
  return (
    <>
      {scopes.filter(({ id }) => !GROUPS.some(({ includes }) => includes(id))).map(option)}
      {GROUPS.map(({ name, includes }) => (
        <optgroup label={name}>{scopes.filter(({ id }) => includes(id)).map(option)}</optgroup>
      ))}
    </>
  );
}

/** The size on the device, the free space where it is short, and the button that starts the download. */
function Size({ scope, scopes, state }: ScopeChoiceProps & { readonly scope: EditionScope }) {
  const { language, stored, freeBytes } = state;
  const { pictures } = state.selection;
  const bytes = bytesOf(scope, pictures);
  const isStored = stored && isSameSelection(stored.selection, { part: scope.id, pictures });
  if (isStored && stored.fingerprint === scopes.fingerprint) return <p>Already saved on this device.</p>;
  return (
    <>
      <p>
        <b>
          {formatStoryCount(scope.stories, language)}, {formatMegabytes(bytes, language)}
        </b>{" "}
        on this device
        {stored && !isStored && `, replacing ${stored.name}`}
        {"."}
        {freeBytes !== undefined && <FreeSpace bytes={bytes} freeBytes={freeBytes} language={language} />}
      </p>
      <button type="submit" class="more">
        Download
      </button>
    </>
  );
}

/** Below this share of the free space, the free space is not mentioned. */
const AMPLE = 0.8;

function FreeSpace({ bytes, freeBytes, language }: { bytes: number; freeBytes: number; language: string }) {
  if (bytes < freeBytes * AMPLE) return null;
  const free = formatMegabytes(freeBytes, language);
  return <> {bytes > freeBytes ? `Only ${free} is available. Choose less, or leave out pictures.` : `${free} is available.`}</>;
}
