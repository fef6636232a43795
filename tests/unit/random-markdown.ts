import { between, chance, type Random, several } from "../bench/archive/random.ts";

/** Words of several languages and scripts, by the language's tag. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "en-GB": ["Rates", "don't", "the", "workers'", "'90s", "oil", "O'Neill", "5'10\"", "501(c)(3)", "R&D", "x<y", "bank"],
  de: ["Die", "Zinsen", "für", "geht's", "Straße", "Öl", "Bank", "größer", "Übersicht", "(R)"],
  "de-CH": ["Grüezi", "1'000'000", "Franken", "Strasse", "Bank", "Zürich"],
  fr: ["L'été", "d'Ivoire", "économie", "œuvre", "aujourd'hui", "prix", "français"],
  es: ["Economía", "¿qué?", "año", "precio", "¡sí!", "España"],
  pl: ["Gospodarka", "źródło", "ćwierć", "łódź", "żółty"],
  ru: ["Экономика", "рубль", "ещё", "й", "съезд", "цены"],
  sv: ["Räntan", "år", "ökar", "Malmö", "pris"],
  ja: ["経済", "ガソリン", "価格は", "上がった。", "日本"],
  ko: ["한국", "경제는", "성장", "금리", "원유"],
  hi: ["हिन्दी", "अर्थव्यवस्था", "में", "क़ीमत", "बैंक"],
  ar: ["الاقتصاد", "النفط", "سعر", "العَرَبِيَّة", "بنك"],
};

export const LANGUAGES: readonly string[] = Object.keys(WORDS);

/** A piece of Markdown: as an editor writes it, and in CommonMark without our own syntax. */
interface Piece {
  readonly written: string;
  readonly plain: string;
}

/** A text, and what is to become of it. */
export interface RandomText {
  readonly language: string;
  readonly written: string;
  /** CommonMark that has the same text. */
  readonly plain: string;
  /** The lines of each fault: one of its first, and the last that may be reported. Counted from 1. */
  readonly faults: readonly { readonly first: number; readonly last: number; readonly source: string }[];
}

const same = (written: string): Piece => ({ written, plain: written });

function pick<T>(random: Random, all: readonly [T, ...T[]]): T {
  return all[between(random, 0, all.length - 1)] ?? all[0];
}

/** Makes the pieces of one text. */
class Writer {
  readonly #random: Random;
  readonly #words: readonly string[];
  readonly #definitions: Piece[] = [];
  readonly #notes: Piece[] = [];

  constructor(random: Random, language: string) {
    this.#random = random;
    this.#words = WORDS[language] ?? [];
  }

  words(): string {
    const word = (): string => this.#words[between(this.#random, 0, this.#words.length - 1)] ?? "";
    const phrase = several(this.#random, 1, 5, word).join(" ");
    const wrapped = [
      phrase,
      phrase,
      phrase,
      `"${phrase}"`,
      `("${phrase}")`,
      `${phrase} -- ${word()}`,
      `${phrase}...`,
      `${phrase},`,
    ];
    return wrapped[between(this.#random, 0, wrapped.length - 1)] ?? phrase;
  }

  /** Within a line, between spaces. */
  inline(): Piece {
    const [words, more] = [this.words(), this.words()];
    return pick<() => Piece>(this.#random, [
      () => same(words),
      () => same(`*${words}*`),
      () => same(`**${words}**`),
      () => same(`***${words}*** _x_ __y__`),
      () => same(`**${words} *${more}***`),
      () => same('`<b> {{ x }} ** [a][b] (c) "d" -- ...`'),
      () => same("`` ` ``"),
      () => same(`[${words}](/politics/)`),
      () => same(`[*${words}*](https://example.org/a_b__c "${more.replaceAll('"', "")}")`),
      () => same("<https://example.org/a--b...c?d=&e>"),
      () => same("x \\*\\*y\\*\\* \\<b> \\{{ z }} \\[a][b] \\[c](/d e/) \\`"),
      () => same("AT&amp;T &lt;b&gt; &#42;&#42; a&nbsp;b"),
      () => same("a <name> x<y and y>z 3 < 4 > 2"),
      () => same("5 * 3 price* [sic] snake_case {a, b} R&D $5 #1 a | b ~ ="),
      () => same("(c) (tm) +-3 Section 501(c)(3)"),
      () => ({ written: "[117.29]{brent=2026-04}", plain: "117.29" }),
      () => this.#note(words, more),
      () => this.#reference(words),
    ])();
  }

  #note(words: string, text: string): Piece {
    const name = `n${this.#notes.length}`;
    this.#notes.push({ written: `[^${name}]: ${text}`, plain: text });
    return { written: `${words}[^${name}]`, plain: words };
  }

  #reference(words: string): Piece {
    const name = `ref ${this.#definitions.length}`;
    this.#definitions.push(same(`[${name}]: /politics/`));
    return same(`[${words}][${name}]`);
  }

  /** Pieces between words, so that they start and end no line. */
  line(): Piece {
    return joined([same(this.words()), ...several(this.#random, 0, 3, () => this.inline()), same(this.words())], " ");
  }

  paragraph(): Piece {
    return joined(
      several(this.#random, 1, 3, () => this.line()),
      pick(this.#random, ["\n", "\n", "  \n", "\\\n"]),
    );
  }

  block(): Piece {
    const line = (): Piece => this.line();
    return pick<() => Piece>(this.#random, [
      () => this.paragraph(),
      () => this.paragraph(),
      () => this.paragraph(),
      () => same(`## ${this.words()}`),
      () => same(`## ${this.words()} ##`),
      () => joined(several(this.#random, 1, 3, line), "\n- ", "- "),
      () => joined(several(this.#random, 1, 3, line), "\n2. ", "1. "),
      () => joined([line(), line(), line()], "\n  - ", "- "),
      () => joined(several(this.#random, 1, 3, line), "\n> ", "> "),
      () => same("```js\n<b> {{ x }} **\n- [a][b]\n```"),
      () => same("~~~~\n```\n~~~~"),
      () => same("***"),
      () => {
        const { written, plain } = this.paragraph();
        return { written: `::: pullquote\n${written}\n:::`, plain };
      },
      () => ({ written: `![${this.words()}](paris "${this.words().replaceAll('"', "'")}")`, plain: "" }),
      () => this.#table(),
    ])();
  }

  #table(): Piece {
    const cell = (): string => this.words().replaceAll("|", "");
    const rows = several(this.#random, 1, 3, () => [cell(), cell()]);
    const all = [["A", "B"], ...rows];
    return {
      written: ["| A | B |", "|---|--:|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n"),
      plain: all.map((row) => row.join("\n\n")).join("\n\n"),
    };
  }

  /** What comes below all blocks. */
  end(): readonly Piece[] {
    return [...this.#notes, ...this.#definitions];
  }
}

function joined(pieces: readonly Piece[], separator: string, start = ""): Piece {
  const join = (texts: readonly string[]): string => start + texts.join(separator);
  return { written: join(pieces.map(({ written }) => written)), plain: join(pieces.map(({ plain }) => plain)) };
}

/** Faults that stand among words. */
const AMONG_WORDS: readonly [string, ...string[]] = [
  ...(["<b>x</b>", '<a\nhref="/x/">x</a>', "<br/>", "</div>", '<span\nclass="x"', "<!-- x -->", "<!-- x\ny -->"] as const),
  ...["{{ x }}", '{{< youtube "x" >}}', "{% include x %}", "{{ x\ny }}", "{: .lead}", "{#id}", "{.lead}", "{brent=2026-04}"],
  ...["[text][undefined]", "[text][]", "[a](/b c/)", "[a](/b/", "[a] (/b/)", "[[x]]", "[^none]", "[/caption]"],
  ...["x ** y", "x ~~ y", "x ` y", "**Note:**text", "==x==", "x&nbsp y"],
];

/** Faults that are blocks of their own, with the number of their line, counted from 0. */
const BLOCKS: readonly [readonly [string, number], ...(readonly [string, number])[]] = [
  ["##Heading", 0],
  ["##\u00A0Heading", 0],
  ["#\u00A0Heading", 0],
  ["-\u00A0one\n-\u00A0two", 0],
  ["*\u00A0one", 0],
  ["1.\u00A0one", 0],
  ["- one\n- [ ] two", 1],
  ["::: box\nWords", 0],
  ["::: pullquote The words\nMore.\n:::", 0],
  ["[^unused]: Words", 0],
  ["Words[^twice].\n\n[^twice]: One\n[^twice]: Two", 3],
  ["[Source]: Reuters", 0],
  ["| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 |", 3],
  ["Words\n| A | B |\n| 1 | 2 |", 1],
  ["> Words\n> <b>", 1],
  ["| A |\n|---|\n| 1 |\n| {{ x }} |", 3],
  ["## Words {#id}", 0],
  ["Words\n{: .lead}", 1],
];

/** A text of random blocks in a random language; in half of the texts, some of them are faults. */
export function randomText(random: Random): RandomText {
  const language = LANGUAGES[between(random, 0, LANGUAGES.length - 1)] ?? "en-GB";
  const writer = new Writer(random, language);
  const faults: RandomText["faults"][number][] = [];
  const pieces: Piece[] = [];
  const nextLine = (): number => pieces.reduce((sum, { written }) => sum + written.split("\n").length + 1, 1);
  const isFaulty = chance(random, 0.5);
  const add = (piece: Piece): void => void pieces.push(piece);
  const addFault = (source: string, line: number): void => {
    const start = nextLine();
    faults.push({ first: start + line, last: start + source.split("\n").length - 1, source });
    add(same(source));
  };
  // The names in the faults' blocks are unique: each kind is used once.
  const unused = [...BLOCKS];
  for (const _ of several(random, 1, 6, () => 0)) {
    add(writer.block());
    if (!isFaulty || chance(random, 0.5)) continue;
    if (chance(random, 0.5)) {
      const before = several(random, 0, 2, () => writer.words());
      addFault(
        [...before, `${writer.words()} ${pick(random, AMONG_WORDS)} ${writer.words()}`, writer.words()].join("\n"),
        before.length,
      );
    } else {
      const [[source, line] = ["##Heading", 0]] = unused.splice(between(random, 0, unused.length - 1), 1);
      addFault(source, line);
    }
  }
  for (const piece of writer.end()) add(piece);
  const text = (of: (piece: Piece) => string): string => pieces.map(of).join("\n\n");
  return { language, written: text(({ written }) => written), plain: text(({ plain }) => plain), faults };
}
