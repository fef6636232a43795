import type { StateCore, Token } from "markdown-it";

const TYPE = "diagnostic";

/** Records an error that a rule of markdown-it finds, as a token that is not rendered. */
export function pushDiagnostic({ tokens, Token: NewToken }: StateCore, line: number, message: string, fix: string): void {
  const token = new NewToken(TYPE, "", 0);
  token.hidden = true;
  token.meta = { line, message, fix };
  tokens.push(token);
}

/** The errors that rules recorded, with lines counted from 1. */
export function diagnosticsIn(tokens: readonly Token[]) {
  return tokens
    .filter(isDiagnostic)
    .map(({ meta }) => ({ line: Number(meta?.line) + 1, message: String(meta?.message), fix: String(meta?.fix) }));
}

/** Whether a token is an error that a rule recorded. */
export function isDiagnostic({ type }: Token): boolean {
  return type === TYPE;
}
