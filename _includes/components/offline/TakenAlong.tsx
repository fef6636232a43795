import type { EditionParts } from "../../../src/formats/offline/scopes.ts";
import type { KeptEdition } from "../../../src/formats/offline/stored-edition.ts";
import { deviceDate } from "./device-date.ts";
import { editionDay, megabytes, partOf, selectionInWords, storiesInWords } from "./edition-words.ts";
import type { TakeAlongProps } from "./TakeAlong.tsx";

/** The edition that the device holds: what it is, whether there is a newer one, and the way to be rid of it. */
export function TakenAlong({ kept, state, on }: TakeAlongProps & { readonly kept: KeptEdition }) {
  const { language, parts, save } = state;
  const keptAt = new Date(kept.keptAtMs);
  return (
    <section aria-labelledby="take_along_kept">
      <h3 id="take_along_kept">On this device: {selectionInWords(kept.selection, kept.name)}</h3>
      <p>
        Edition of <time datetime={kept.date.slice(0, 10)}>{editionDay(kept.date, language)}</time>
        {" · "}
        {storiesInWords(kept.stories, language)}
        {" · "}
        {megabytes(kept.bytes, language)}
        <br />
        Kept on <time datetime={keptAt.toISOString()}>{deviceDate(keptAt, language)}</time>
      </p>
      {save.phase === "idle" && typeof parts === "object" && parts.fingerprint !== kept.fingerprint && (
        <Newer parts={parts} kept={kept} language={language} onUpdate={() => on.save(kept.selection)} />
      )}
      <button type="button" class="quiet-button" onClick={on.remove}>
        Delete this edition
      </button>
    </section>
  );
}

interface NewerProps {
  readonly parts: EditionParts;
  readonly kept: KeptEdition;
  readonly language: string;
  readonly onUpdate: () => void;
}

function Newer({ parts, kept, language, onUpdate }: NewerProps) {
  if (!partOf(parts, kept.selection.part)) return <p>The newest edition has no such part any more.</p>;
  const of = parts.date === undefined ? "" : ` of ${editionDay(parts.date, language)}`;
  return (
    <>
      <p>A newer edition{of} is ready. Only what has changed is fetched.</p>
      <button type="button" class="more" onClick={onUpdate}>
        Update
      </button>
    </>
  );
}
