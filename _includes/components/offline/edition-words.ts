import type { SaveFault, SaveProgress } from "../../../src/formats/offline/download.ts";
import type { EditionPart, EditionParts, PartId, Selection } from "../../../src/formats/offline/scopes.ts";
import { OFFLINE_WORKER } from "../../../src/model/urls.ts";

/** `182.4 MB`: the least is a tenth, since nothing that is kept weighs nothing. */
export function megabytes(bytes: number, language: string): string {
  return megabyteFormat(language, 0).format(Math.max(0.1, bytes / 1e6));
}

/** `12.3 of 45.6 MB, 120 of 310 stories`: of that which has to be fetched. */
export function progressWords({ bytes, bytesInAll, stories, storiesInAll }: SaveProgress, language: string): string {
  const done = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6);
  const size = `${done} of ${megabyteFormat(language, 1).format(bytesInAll / 1e6)}`;
  if (storiesInAll === 0) return size;
  return `${size}, ${stories.toLocaleString(language)} of ${storiesInWords(storiesInAll, language)}`;
}

/** Digits that come and go would have the words jump while they count. */
function megabyteFormat(language: string, minimumFractionDigits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: "unit", unit: "megabyte", minimumFractionDigits, maximumFractionDigits: 1 });
}

export function storiesInWords(count: number, language: string): string {
  return count === 1 ? "1 story" : `${count.toLocaleString(language)} stories`;
}

/** What a part takes of the device. */
export function bytesOf({ bytes, pictureBytes }: EditionPart, pictures: boolean): number {
  return pictures ? bytes + pictureBytes : bytes;
}

export function partOf(parts: EditionParts | undefined, id: PartId): EditionPart | undefined {
  return parts?.parts.find((part) => part.id === id);
}

/** What is taken along, by its name where that is known. */
export function selectionInWords({ part, pictures }: Selection, name: string | undefined): string {
  const what = name ?? (part.startsWith("year:") ? part.slice("year:".length) : "Your edition");
  return `${what}, ${pictures ? "with" : "without"} pictures`;
}

/**
 * The day of an edition, as its publication has it: `19 November 2026`.
 *
 * @param date ISO 8601
 */
export function editionDay(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date.slice(0, 10)));
}

interface FaultWords {
  readonly what: string;
  /** What the reader can do. */
  readonly remedy: string;
}

/** Why a save cannot go on by itself. */
export function faultWords(fault: SaveFault, language: string): FaultWords {
  switch (fault.kind) {
    case "no-room":
      return {
        what: `There is not enough room: ${roomWords(fault, language)}.`,
        remedy: "Free some space and try again, or discard this and choose less, or no pictures.",
      };
    case "no-storage":
      return {
        what: "The browser gives no storage: the window may be a private one, or the storage of this site is blocked.",
        remedy: "Open this page in an ordinary window, or allow the site to store data.",
      };
    case "damaged":
      return {
        what: `${fault.path} did not arrive as it was published, and was asked for twice.`,
        remedy: "Something on the way changes it. Try again later, or by another connection.",
      };
    case "unavailable":
      return fault.status === 0 ? silenceWords(fault.path) : refusalWords(fault);
    case "no-such-part":
      return { what: "The newest edition has no such part any more.", remedy: "Discard this and choose another." };
  }
}

type FaultOf<Kind extends SaveFault["kind"]> = Extract<SaveFault, { kind: Kind }>;

/** Nobody knows how much is needed, nought that is, until the lists of what there is have come. */
function roomWords({ neededBytes, freeBytes }: FaultOf<"no-room">, language: string): string {
  const free = freeBytes === undefined ? undefined : `${megabytes(freeBytes, language)} are free`;
  if (neededBytes === 0) return free ?? "the browser gives no more";
  return `${megabytes(neededBytes, language)} are needed, ${free ?? "the browser gives less"}`;
}

const NOT_FETCHED_AGAIN = "What has come so far is not fetched again.";

/** Of what has given no answer at all. */
function silenceWords(path: string): FaultWords {
  if (path === OFFLINE_WORKER.slice(1)) {
    return {
      what: "The browser's worker, which keeps what is read offline, does not answer.",
      remedy: `Close all tabs of this site and try again. ${NOT_FETCHED_AGAIN}`,
    };
  }
  return {
    what: `${path} does not come over a line that other files come over: something blocks it.`,
    remedy: `It may be a filter or a blocker, in the browser or on the way: let this site through, and try again. ${NOT_FETCHED_AGAIN}`,
  };
}

/** The host may also say nothing, or that all is well, and send something else. */
function refusalWords({ path, status }: FaultOf<"unavailable">): FaultWords {
  return {
    what: `The host does not give ${path}${status < 300 ? "" : ` (status ${status})`}.`,
    remedy: `Try again in some minutes. ${NOT_FETCHED_AGAIN}`,
  };
}
