/** A browser at the other end of WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/). */
export interface BidiConnection {
  /**
   * Has the browser run a command, and gives its result as it comes.
   *
   * @throws with what the browser says of a command that fails, and where it says nothing for long
   */
  send(method: string, params: object): Promise<unknown>;
  /** Calls the listener with every subscribed event from now on. */
  listen(listener: (event: BidiEvent) => void): void;
}

export interface BidiEvent {
  readonly method: string;
  readonly params: unknown;
}

/** What comes from the browser: the answer to a command, by its number, or an event. */
type Message =
  | { readonly type: "success"; readonly id: number; readonly result: unknown }
  | { readonly type: "error"; readonly id: number | null; readonly error: string; readonly message: string }
  | (BidiEvent & { readonly type: "event" });

interface Waiting {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Shorter than the time of a test, so that a failure names what was waited for. */
const TIMEOUT_MS = 60_000;

/** Connects to the browser that answers at the address of a socket. */
export async function connectBidi(address: string): Promise<BidiConnection> {
  const listeners: ((event: BidiEvent) => void)[] = [];
  const waiting = new Map<number, Waiting>();
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`Nothing answers at ${address}.`));
  });
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const message: Message = JSON.parse(data);
    if (message.type !== "event") resolveAnswer(message, message.id === null ? undefined : waiting.get(message.id));
    else for (const listener of listeners) listener(message);
  };
  socket.onclose = () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`));
  };
  let id = 0;
  return {
    send: (method, params) => {
      id++;
      const answered = answerTo(waiting, id, method);
      socket.send(JSON.stringify({ id, method, params }));
      return answered;
    },
    listen: (listener) => void listeners.push(listener),
  };
}

async function answerTo(waiting: Map<number, Waiting>, id: number, method: string): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  waiting.set(id, { method, resolve, reject });
  const timer = setTimeout(() => reject(new Error(`${method}: no answer for ${TIMEOUT_MS / 1000} seconds`)), TIMEOUT_MS);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    waiting.delete(id);
  }
}

function resolveAnswer(message: Exclude<Message, BidiEvent>, command: Waiting | undefined): void {
  if (message.type === "success") command?.resolve(message.result);
  else command?.reject(new Error(`${command.method}: ${message.error}: ${message.message}`));
}
