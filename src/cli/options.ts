import { InvalidArgumentError } from "commander";

/** What commander reads the values of options with; a value that is none is a mistake in usage. */

export function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("It must be a number.");
  return value;
}

export function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new InvalidArgumentError("It must be the number of a port, from 1 to 65535.");
  return value;
}

/** More than none. */
export function seconds(text: string): number {
  const value = number(text);
  if (value <= 0 || value > 86_400) throw new InvalidArgumentError("It must be a number of seconds, up to a day.");
  return value;
}

export function level(text: string): number {
  const value = number(text);
  if (value < 0.9 || value > 0.999) throw new InvalidArgumentError("It must be a level from 0.9 to 0.999.");
  return value;
}

export function levels(text: string, before: number[] = []): number[] {
  return [...before, level(text)];
}

/** A place on the disk; nothing would stand for the folder that the command runs in. */
export function place(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It must name a place, and is empty.");
  return text;
}

export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

export function year(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1900 || value > 2200)
    throw new InvalidArgumentError("It must be a year from 1900 to 2200.");
  return value;
}
