import type { Article } from "../../../src/model/article.ts";
import { correctionId, STORY_CORRECTIONS } from "../../../src/model/correction.ts";
import { Time } from "../date/Time.tsx";

/** The corrections below a story. */
export function StoryCorrections({ corrections }: { corrections: Article["corrections"] }) {
  if (corrections.length === 0) return null;
  const title = `${STORY_CORRECTIONS}_title`;
  return (
    <section class="story-corrections" id={STORY_CORRECTIONS} aria-labelledby={title}>
      <h2 id={title}>{corrections.length === 1 ? "Correction" : "Corrections"}</h2>
      <ul>
        {corrections.map(({ date, text }) => (
          <li id={correctionId(date)}>
            <Time date={date} as="dateTime" />
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In the byline of a corrected story: the date of the newest correction, linked to the corrections below. */
export function CorrectedLink({ corrections }: { corrections: Article["corrections"] }) {
  const [newest] = corrections;
  if (!newest) return null;
  return (
    <>
      {" "}
      ·{" "}
      <a href={`#${STORY_CORRECTIONS}`}>
        Corrected <Time date={newest.date} as="full" />
      </a>
    </>
  );
}
