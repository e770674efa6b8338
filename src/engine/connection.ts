import { type Fault, UserError, type Where } from "../error.ts";
import { type Credential, canBeSent } from "./credential.ts";

/** Where an engine is and who asks. It comes from the environment alone: a project is shared, and this is not. */
export interface Connection {
  /** Scheme, host and port, and the path that a gateway has the engine under, if any; without a slash at its end. */
  base: string;
  user: string;
  credential: Credential | null;
  /** Certificates of authorities to trust, as PEM; null for those that Node trusts. */
  ca: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const connectionVariables = {
  url: "TEMPCHECK_TRINO_URL",
  user: "TEMPCHECK_TRINO_USER",
  token: "TEMPCHECK_TRINO_TOKEN",
  password: "TEMPCHECK_TRINO_PASSWORD",
  ca: "TEMPCHECK_TRINO_CA",
} as const;

const { url: URL_NAME, user: USER_NAME, token: TOKEN_NAME, password: PASSWORD_NAME, ca: CA_NAME } = connectionVariables;

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
  // Blanks may be part of it.
  const password = environment[PASSWORD_NAME] || null;
  const secretNames = [...(token === null ? [] : [TOKEN_NAME]), ...(password === null ? [] : [PASSWORD_NAME])];

  const url = address === null ? null : parsed(address);
  if (address === null)
    refuse(
      `the address of the engine in the environment variable ${URL_NAME}`,
      "no such variable, or an empty one",
      `set ${URL_NAME}, such as https://trino.example.org, and ${USER_NAME}; docs/scale.md says how`,
    );
  else if (url === null || !/^https?:$/.test(url.protocol) || url.search || url.hash || !isPrefix(url.pathname))
    refuse(
      `${URL_NAME} holds an address of scheme, host and port`,
      "something else",
      "write it as https://trino.example.org:8443, with nothing after the port but the path under which a gateway has the engine, such as /trino",
    );
  else if (url.username !== "" || url.password !== "")
    refuse(
      `${URL_NAME} holds no name or password`,
      "an address with one",
      `take it out: the name goes into ${USER_NAME}, a token into ${TOKEN_NAME}, a password into ${PASSWORD_NAME}`,
    );
  else if (url.protocol === "http:" && !isLoopback(url.hostname))
    refuse(
      `${URL_NAME} begins with https: over http whoever is on the way reads and alters what comes back`,
      "http to another machine",
      "use https; http is for an engine on this very machine",
    );
  else if (url.protocol === "http:")
    for (const name of secretNames)
      refuse(
        `no ${name} over http: other programs of this machine could listen where the engine should`,
        `one beside an address with http`,
        `use https, or unset ${name}: an engine takes tokens and passwords over https alone`,
      );
  if (user === null || !isPlain(user))
    refuse(
      `the name that the engine knows the asker by in ${USER_NAME}, in letters, digits and signs of ASCII`,
      user === null ? "no such variable, or an empty one" : "other characters, or spaces",
      `set ${USER_NAME}`,
    );
  if (token !== null && !isPlain(token))
    refuse(`${TOKEN_NAME} holds one token`, "spaces or other characters in it", "copy it again, without a line end");
  if (secretNames.length > 1)
    refuse(
      `${TOKEN_NAME} or ${PASSWORD_NAME}, and not both`,
      "both",
      "unset the one that the engine does not ask for; whoever runs it knows which",
    );
  if (password !== null && !canBeSent(password))
    refuse(
      `${PASSWORD_NAME} holds a password of characters of Latin-1, which is all that an engine can be sent`,
      "a line end or other characters in it",
      "set it without a line end; a password of other characters is changed, or a token taken",
    );
  if (password !== null && user?.includes(":"))
    refuse(`no colon in ${USER_NAME} beside ${PASSWORD_NAME}: the password would begin there`, "one", "take a token");
  const ca = caPath === null ? null : textOf(caPath);
  if (caPath !== null && !ca?.includes("-----BEGIN CERTIFICATE-----"))
    refuse(
      `${CA_NAME} names a file of certificates in PEM form`,
      "no such file, or one without a certificate",
      `mend the path, or unset ${CA_NAME} where the engine's certificate is one that Node trusts`,
    );
  if (faults.length > 0) throw new UserError(faults);
  const base = `${url!.origin}${url!.pathname.replace(/\/$/, "")}`;
  return { base, user: user!, credential: credentialOf(token, password), ca };
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Whether a path can stand before the engine's own, and is not that of one of its pages. */
const isPrefix = (path: string): boolean => !/\/\/|^\/(ui|v1)(\/|$)/.test(path);

const credentialOf = (token: string | null, password: string | null): Credential | null =>
  token !== null ? { kind: "token", secret: token } : password !== null ? { kind: "password", secret: password } : null;
