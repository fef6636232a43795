import type { Verification } from "../../publish/verify/finding.ts";

/** Says what was found, a line for each file. Names come from a copy that nobody may trust: they write no signs to a terminal. */
export function tellVerification({ edition, files, findings, remarks }: Verification, isTrusted: boolean): string {
  const lines = findings.map(({ path, problem }) => `${printable(path)}  ${printable(problem)}`);
  if (edition === undefined) return lines.join("\n");
  const closing =
    findings.length === 0
      ? `${counted(files)} as edition ${printable(edition)} has them.`
      : `${counted(findings.length)} not as edition ${printable(edition)} has them, of ${files.toLocaleString("en")}.`;
  const own = isTrusted ? [] : ["Held against its own edition.json: --edition FILE holds it against one that you trust."];
  return [...lines, ...(lines.length > 0 ? [""] : []), closing, ...remarks, ...own].join("\n");
}

function counted(files: number): string {
  return files === 1 ? "1 file is" : `${files.toLocaleString("en")} files are`;
}

function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}
