import { useSay } from "./surroundings.ts";

interface NamedHeadingProps {
  as: "h2" | "h3" | "h4" | "h5";
  id?: string;
  /** What tells it from others with the same words: heard, and not shown where the eye sees what it stands under. */
  of: string;
  children: string;
}

/** A heading that would be like others on its page, told apart for those who hear it. */
export function NamedHeading({ as: Heading, id, of, children }: NamedHeadingProps) {
  const { heard } = useSay();
  return (
    <Heading id={id}>
      {children}
      <span class="unseen">{heard.named(of)}</span>
    </Heading>
  );
}
