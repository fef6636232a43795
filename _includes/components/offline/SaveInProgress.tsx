import type { SaveProgress, SaveState } from "../../../src/formats/offline/download.ts";
import type { PartId } from "../../../src/formats/offline/scopes.ts";
import { faultWords, partOf, progressWords, selectionInWords } from "./edition-words.ts";
import type { TakeAlongProps } from "./TakeAlong.tsx";

interface SaveInProgressProps extends TakeAlongProps {
  readonly save: Exclude<SaveState, { phase: "idle" }>;
}

/** What is being taken along, how far it is, and how to hold it up. */
export function SaveInProgress({ save, state, on }: SaveInProgressProps) {
  const { language } = state;
  const name = selectionInWords(save.selection, nameOf(save.selection.part, state));
  if (save.phase === "stopped") {
    const { what, remedy } = faultWords(save.fault, language);
    return (
      <section aria-labelledby="take_along_save">
        <h3 id="take_along_save">Stopped: {name}</h3>
        <p>
          <b>{what}</b> {remedy}
        </p>
        <p>
          {save.fault.kind !== "no-such-part" && <Deed name="Try again" onClick={on.resume} />}
          <Deed name="Discard" onClick={on.cancel} />
        </p>
      </section>
    );
  }
  const progress = save.phase === "preparing" ? undefined : save.progress;
  const isPaused = save.phase === "paused";
  return (
    <section aria-labelledby="take_along_save">
      <h3 id="take_along_save">
        {isPaused ? "Paused" : "Taking along"}: {name}
      </h3>
      <Bar progress={progress} isPaused={isPaused} />
      <p>
        {save.phase === "waiting" && "The line is lost. It goes on by itself as soon as there is one. "}
        {progress ? progressWords(progress, language) : NOT_YET[save.phase]}
      </p>
      <p>
        {/* One button, so that the keyboard stays on it. */}
        <Deed name={isPaused ? "Resume" : "Pause"} onClick={isPaused ? on.resume : on.pause} />
        <Deed name="Cancel" onClick={on.cancel} />
      </p>
    </section>
  );
}

/** What the part is called: without a connection the device knows it only of the edition that it holds. */
function nameOf(part: PartId, { parts, kept }: TakeAlongProps["state"]): string | undefined {
  const known = typeof parts === "object" ? partOf(parts, part) : undefined;
  return known?.name ?? (kept?.selection.part === part ? kept.name : undefined);
}

/** What is said before it is known how much there is to fetch. */
const NOT_YET = {
  preparing: "Looking what has to be fetched …",
  saving: "",
  waiting: "",
  paused: "Nothing has been fetched yet.",
} as const;

/** Without an end in sight it moves, unless it is paused. */
function Bar({ progress, isPaused }: { progress: SaveProgress | undefined; isPaused: boolean }) {
  if (!progress) return isPaused ? null : <progress aria-labelledby="take_along_save" />;
  // An update may have nothing to fetch.
  const { bytes, bytesInAll } = progress;
  return <progress aria-labelledby="take_along_save" value={bytesInAll > 0 ? bytes / bytesInAll : 1} />;
}

function Deed({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="more" onClick={onClick}>
      {name}
    </button>
  );
}
