import type { SaveState } from "../../../src/formats/offline/download.ts";
import type { EditionParts, Selection } from "../../../src/formats/offline/scopes.ts";
import type { KeptEdition } from "../../../src/formats/offline/stored-edition.ts";
import { PartChoice } from "./PartChoice.tsx";
import { SaveInProgress } from "./SaveInProgress.tsx";
import { TakenAlong } from "./TakenAlong.tsx";

/** What is known of the editions on the device and on the host. */
export interface TakeAlongState {
  readonly language: string;
  readonly save: SaveState;
  readonly kept: KeptEdition | undefined;
  /** What the host offers, unless it is still asked, or cannot be reached. */
  readonly parts: EditionParts | "asked" | "out-of-reach";
  readonly chosen: Selection;
  /** How much room the browser still gives; undefined where it does not say. */
  readonly freeBytes: number | undefined;
}

/** What the reader can ask for. */
export interface TakeAlongDeeds {
  readonly choose: (selection: Selection) => void;
  readonly save: (selection: Selection) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
  readonly remove: () => void;
  /** Asks the host once more what there is. */
  readonly ask: () => void;
}

export interface TakeAlongProps {
  readonly state: TakeAlongState;
  readonly on: TakeAlongDeeds;
}

/** The editions that a reader takes along: the one on the device, the one on its way, and the choice of another. */
export function TakeAlong({ state, on }: TakeAlongProps) {
  const { save, kept } = state;
  const isIdle = save.phase === "idle";
  return (
    <div class="take-along-parts">
      {!isIdle && <SaveInProgress save={save} state={state} on={on} />}
      {kept && <TakenAlong kept={kept} state={state} on={on} />}
      {isIdle && !kept && <Choice state={state} on={on} />}
      {isIdle && kept && (
        <details>
          <summary>Take another part along</summary>
          <Choice state={state} on={on} />
        </details>
      )}
    </div>
  );
}

function Choice({ state, on }: TakeAlongProps) {
  const { parts } = state;
  if (parts === "asked") return <p>Asking what there is to take along …</p>;
  if (parts === "out-of-reach") {
    return (
      <p>
        What there is to take along can be told with a connection only.{" "}
        <button type="button" class="quiet-button" onClick={on.ask}>
          Ask again
        </button>
      </p>
    );
  }
  if (parts.parts.length === 0) return <p>There is no story yet to take along.</p>;
  return <PartChoice parts={parts} state={state} on={on} />;
}
