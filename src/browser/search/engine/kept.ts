const MOST = 256;

/** Keeps the answers to the latest questions at hand: a reader who types on asks most of them again. */
export class Kept<T> {
  readonly #answers = new Map<string, Promise<T>>();

  /** The answer, which `ask` gives where it is not at hand. A failure is not kept. */
  get(question: string, ask: () => Promise<T>): Promise<T> {
    const answer = this.#answers.get(question) ?? ask();
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    answer.catch(() => this.#answers.delete(question));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
