import { visible } from "../error.ts";

type Style = (text: string) => string;
const plain: Style = (text) => text;

/** Where anything is printed: text from files and arguments passes here, so that none of it is obeyed by a terminal. */
const to =
  (stream: "stdout" | "stderr") =>
  (text: string, style = plain): void => {
    process[stream].write(style(visible(text)));
  };

export const toOut = to("stdout");
export const toErr = to("stderr");

/** A line; JSON stays JSON, because what is written anew stands inside its strings alone. */
export const printLine = (text: string, style = plain): void => toOut(text, (shown) => `${style(shown)}\n`);

/** Empties the line of a terminal on which the last stage stands. */
export const clearLine = (): void => {
  process.stdout.write("\r\u001b[2K");
};
