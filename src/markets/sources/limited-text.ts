import { SourceFailure, wrongFormat } from "./source-failure.ts";

/**
 * Reads the body of an answer as UTF-8, and stops as soon as it is larger than allowed, packed or not.
 *
 * @throws SourceFailure for a body that is too large or not text
 */
export async function limitedText(response: Response, mostBytes: number): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const texts: string[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    texts.push(decoded(decoder, chunk));
  }
  return [...texts, decoded(decoder)].join("");
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array<ArrayBuffer>): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    throw wrongFormat("is not text in UTF-8", error);
  }
}

function tooLarge(mostBytes: number): SourceFailure {
  const problem = `is larger than ${mostBytes / 1024 / 1024} MiB`;
  return new SourceFailure(problem, "check `code` in series.yaml: no series of figures is so large");
}
