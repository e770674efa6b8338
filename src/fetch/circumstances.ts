import type { LookupFunction } from "node:net";

/** How long and how often something is tried again, in milliseconds. */
export interface Patience {
  tries: number;
  first: number;
  most: number;
  /** A server that asks for a longer wait than this is not waited for. */
  longest: number;
  /** All of one request, however slowly it comes. */
  whole: number;
}

/** What fetching takes from around it. Clock, chance and environment are the caller's, and so are the addresses of the services. */
export interface Circumstances {
  /** Milliseconds. */
  now(): number;
  /** From 0 to 1. */
  chance(): number;
  variable(name: string): string | undefined;
  /** What requests say who is asking. */
  agent: string;
  patience: Patience;
  services: Readonly<Record<"fingertips" | "nomis" | "ons" | "dfe", string>>;
  /** Names to numbers, and certificates to trust, where they are not the machine's. */
  lookup?: LookupFunction;
  ca?: string;
}

export const usualPatience: Patience = {
  tries: 5,
  first: 1_000,
  most: 60_000,
  longest: 600_000,
  whole: 3_600_000,
};

export const services: Circumstances["services"] = {
  fingertips: "https://fingertips.phe.org.uk/api",
  nomis: "https://www.nomisweb.co.uk/api/v01",
  ons: "https://api.beta.ons.gov.uk/v1",
  dfe: "https://api.education.gov.uk/statistics/v1",
};
