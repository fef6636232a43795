import { type EditionPart, type EditionParts, isSameSelection, type PartId } from "../../../src/formats/offline/scopes.ts";
import { bytesOf, megabytes, partOf, storiesInWords } from "./edition-words.ts";
import type { TakeAlongProps } from "./TakeAlong.tsx";

interface PartChoiceProps extends TakeAlongProps {
  /** At least one. */
  readonly parts: EditionParts;
}

/** The parts of an edition, pictures or not, and exactly what that takes of the device. */
export function PartChoice({ parts, state, on }: PartChoiceProps) {
  const { chosen } = state;
  const part = partOf(parts, chosen.part) ?? parts.parts[0];
  if (!part) return null;
  const selection = { part: part.id, pictures: chosen.pictures };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        on.save(selection);
      }}
    >
      <label for="take_along_part">What to take along</label>
      <select
        id="take_along_part"
        value={part.id}
        onChange={({ currentTarget }) => {
          const found = parts.parts.find(({ id }) => id === currentTarget.value);
          if (found) on.choose({ ...selection, part: found.id });
        }}
      >
        <Options parts={parts.parts} />
      </select>
      <label>
        <input
          type="checkbox"
          checked={selection.pictures}
          onChange={({ currentTarget }) => on.choose({ ...selection, pictures: currentTarget.checked })}
        />{" "}
        With pictures ({megabytes(part.pictureBytes, state.language)})
      </label>
      <Size part={part} parts={parts} state={state} on={on} />
    </form>
  );
}

/** What there is more than one of stands in groups. */
const GROUPS = [
  { name: "Sections", isIn: (id: PartId) => id.startsWith("section:") },
  { name: "Years", isIn: (id: PartId) => id.startsWith("year:") },
] as const;

function Options({ parts }: { parts: readonly EditionPart[] }) {
  const option = ({ id, name }: EditionPart) => <option value={id}>{name}</option>;
  return (
    <>
      {parts.filter(({ id }) => !GROUPS.some(({ isIn }) => isIn(id))).map(option)}
      {GROUPS.map(({ name, isIn }) => (
        <optgroup label={name}>{parts.filter(({ id }) => isIn(id)).map(option)}</optgroup>
      ))}
    </>
  );
}

/** What would be on the device, and the button that has it there; the room only where it is short. */
function Size({ part, parts, state }: PartChoiceProps & { readonly part: EditionPart }) {
  const { language, kept, chosen, freeBytes } = state;
  const bytes = bytesOf(part, chosen.pictures);
  const isTheKept = kept && isSameSelection(kept.selection, { part: part.id, pictures: chosen.pictures });
  if (isTheKept && kept.fingerprint === parts.fingerprint) return <p>This is what is on this device.</p>;
  return (
    <>
      <p>
        <b>
          {storiesInWords(part.stories, language)}, {megabytes(bytes, language)}
        </b>{" "}
        on this device
        {kept && !isTheKept && `, in the place of ${kept.name}`}
        {"."}
        {freeBytes !== undefined && <Room bytes={bytes} freeBytes={freeBytes} language={language} />}
      </p>
      <button type="submit" class="more">
        Take it along
      </button>
    </>
  );
}

/** Below this share of what is free, nobody needs to know. */
const AMPLE = 0.8;

function Room({ bytes, freeBytes, language }: { bytes: number; freeBytes: number; language: string }) {
  if (bytes < freeBytes * AMPLE) return null;
  const free = megabytes(freeBytes, language);
  return <> {bytes > freeBytes ? `Only ${free} are free: choose less, or no pictures.` : `${free} are free.`}</>;
}
