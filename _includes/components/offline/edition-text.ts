import type { DownloadFailure, DownloadProgress } from "../../../src/formats/offline/download.ts";
import type { EditionScope, EditionScopes, ScopeId, Selection } from "../../../src/formats/offline/scopes.ts";
import { OFFLINE_WORKER } from "../../../src/model/urls.ts";

/** `182.4 MB`. At least `0.1 MB`, so that no file appears to be empty. */
export function formatMegabytes(bytes: number, language: string): string {
  return megabyteFormat(language, 0).format(Math.max(0.1, bytes / 1e6));
}

/** `12.3 of 45.6 MB, 120 of 310 stories` */
export function formatProgress({ bytes, bytesInAll, stories, storiesInAll }: DownloadProgress, language: string): string {
  const done = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6);
  const size = `${done} of ${megabyteFormat(language, 1).format(bytesInAll / 1e6)}`;
  if (storiesInAll === 0) return size;
  return `${size}, ${stories.toLocaleString(language)} of ${formatStoryCount(storiesInAll, language)}`;
}

/** Counting figures have a fixed number of digits, so that the text does not jump. */
function megabyteFormat(language: string, minimumFractionDigits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: "unit", unit: "megabyte", minimumFractionDigits, maximumFractionDigits: 1 });
}

export function formatStoryCount(count: number, language: string): string {
  return count === 1 ? "1 story" : `${count.toLocaleString(language)} stories`;
}

/** The size of a scope on the device. */
export function bytesOf({ bytes, pictureBytes }: EditionScope, pictures: boolean): number {
  return pictures ? bytes + pictureBytes : bytes;
}

export function scopeWithId({ parts }: EditionScopes, id: ScopeId): EditionScope | undefined {
  return parts.find((scope) => scope.id === id);
}

/** `Politics, with pictures`. Without a connection the name may be unknown. */
export function formatSelection({ part, pictures }: Selection, name: string | undefined): string {
  const scope = name ?? (part.startsWith("year:") ? part.slice("year:".length) : "Your edition");
  return `${scope}, ${pictures ? "with" : "without"} pictures`;
}

/**
 * The day of an edition in the publication's time zone: `19 November 2026`.
 *
 * @param date ISO 8601
 */
export function formatEditionDay(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date.slice(0, 10)));
}

interface FailureText {
  readonly reason: string;
  /** What the reader can do. */
  readonly advice: string;
}

/** Explains why a download stopped, and what the reader can do. */
export function describeFailure(failure: DownloadFailure, language: string): FailureText {
  switch (failure.kind) {
    case "no-room":
      return {
        reason: `Not enough storage: ${formatSpace(failure, language)}.`,
        advice: "Free up space and try again, or discard this download and choose less, or leave out pictures.",
      };
    case "no-storage":
      return {
        reason: "Your browser does not allow storage: this may be a private window, or storage may be blocked for this site.",
        advice: "Open this page in a normal window, or allow this site to store data.",
      };
    case "damaged":
      return {
        reason: `${failure.path} was corrupted in transit, twice.`,
        advice: "Something is altering it on the way. Try again later, or on another network.",
      };
    case "unavailable":
      return failure.status === 0 ? describeSilence(failure.path) : describeRefusal(failure);
    case "no-such-part":
      return {
        reason: "The new edition does not have this section or year any more.",
        advice: "Discard this download and choose another.",
      };
  }
}

type FailureOf<Kind extends DownloadFailure["kind"]> = Extract<DownloadFailure, { kind: Kind }>;

/** The needed space is 0 until the size of the download is known. */
function formatSpace({ neededBytes, freeBytes }: FailureOf<"no-room">, language: string): string {
  const free = freeBytes === undefined ? undefined : `${formatMegabytes(freeBytes, language)} available`;
  if (neededBytes === 0) return free ?? "the browser allows no more";
  return `${formatMegabytes(neededBytes, language)} needed, ${free ?? "the browser allows less"}`;
}

const ALREADY_DOWNLOADED = "What you have already downloaded stays saved.";

/** For status 0: no answer at all. */
function describeSilence(path: string): FailureText {
  if (path === OFFLINE_WORKER.slice(1)) {
    return {
      reason: "The offline service is not responding.",
      advice: `Close all tabs of this site and try again. ${ALREADY_DOWNLOADED}`,
    };
  }
  return {
    reason: `${path} is being blocked.`,
    advice: `A content blocker or a network filter may be the cause. Allow this site and try again. ${ALREADY_DOWNLOADED}`,
  };
}

/** Statuses below 300 are not shown: the host reported success and sent something else. */
function describeRefusal({ path, status }: FailureOf<"unavailable">): FailureText {
  return {
    reason: `The server did not return ${path}${status < 300 ? "" : ` (status ${status})`}.`,
    advice: `Try again in a few minutes. ${ALREADY_DOWNLOADED}`,
  };
}
