import { type Fault, UserError, type Where } from "../error.ts";

/** Where an engine is and who asks. It comes from the environment alone: a project is shared, and this is not. */
export interface Connection {
  /** Scheme, host and port. */
  origin: string;
  user: string;
  token: string | null;
  /** Certificates of authorities to trust, as PEM; null for those that Node trusts. */
  ca: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const connectionVariables = {
  url: "TEMPCHECK_TRINO_URL",
  user: "TEMPCHECK_TRINO_USER",
  token: "TEMPCHECK_TRINO_TOKEN",
  ca: "TEMPCHECK_TRINO_CA",
} as const;

const { url: URL_NAME, user: USER_NAME, token: TOKEN_NAME, ca: CA_NAME } = connectionVariables;

/** What can stand in a header and cannot be mistaken for more than one. */
const isPlain = (value: string): boolean => /^[\x21-\x7e]+$/.test(value);
const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

/** Reads the connection from the environment. No fault repeats what a variable holds: it may be a secret in the wrong place. */
export function connectionFrom(
  environment: Environment,
  where: Where,
  textOf: (path: string) => string | null,
): Connection {
  const faults: Fault[] = [];
  const refuse = (must: string, found: string, fix: string): void => {
    faults.push({ where, must, found, fix });
  };
  const given = (name: string): string | null => environment[name]?.trim() || null;
  const [address, user, token, caPath] = [given(URL_NAME), given(USER_NAME), given(TOKEN_NAME), given(CA_NAME)];

  const url = address === null ? null : parsed(address);
  if (address === null)
    refuse(
      `the address of the engine in the environment variable ${URL_NAME}`,
      "no such variable, or an empty one",
      `set ${URL_NAME}, such as https://trino.example.org, and ${USER_NAME}; docs/scale.md says how`,
    );
  else if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash)
    refuse(
      `${URL_NAME} holds an address of scheme, host and port`,
      "something else",
      `write it as https://trino.example.org:8443, with nothing after the port`,
    );
  else if (url.username !== "" || url.password !== "")
    refuse(
      `${URL_NAME} holds no name or password`,
      "an address with one",
      `take it out: the name goes into ${USER_NAME}, a token into ${TOKEN_NAME}`,
    );
  else if (url.protocol === "http:" && !isLoopback(url.hostname))
    refuse(
      `${URL_NAME} begins with https: over http whoever is on the way reads and alters what comes back`,
      "http to another machine",
      "use https; http is for an engine on this very machine",
    );
  else if (url.protocol === "http:" && token !== null)
    refuse(
      `no ${TOKEN_NAME} over http: other programs of this machine could listen where the engine should`,
      "a token beside an address with http",
      `use https, or unset ${TOKEN_NAME}: an engine takes tokens over https alone`,
    );
  if (user === null || !isPlain(user))
    refuse(
      `the name that the engine knows the asker by in ${USER_NAME}, in letters, digits and signs of ASCII`,
      user === null ? "no such variable, or an empty one" : "other characters, or spaces",
      `set ${USER_NAME}`,
    );
  if (token !== null && !isPlain(token))
    refuse(`${TOKEN_NAME} holds one token`, "spaces or other characters in it", "copy it again, without a line end");
  const ca = caPath === null ? null : textOf(caPath);
  if (caPath !== null && !ca?.includes("-----BEGIN CERTIFICATE-----"))
    refuse(
      `${CA_NAME} names a file of certificates in PEM form`,
      "no such file, or one without a certificate",
      `mend the path, or unset ${CA_NAME} where the engine's certificate is one that Node trusts`,
    );
  if (faults.length > 0) throw new UserError(faults);
  return { origin: url!.origin, user: user!, token, ca };
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
