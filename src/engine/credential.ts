/** By what whoever asks shows an engine who it is. */
export interface Credential {
  kind: "token" | "password";
  secret: string;
}

/** The header that carries it; https://www.rfc-editor.org/rfc/rfc6750 and https://www.rfc-editor.org/rfc/rfc7617 */
export const authorization = (user: string, { kind, secret }: Credential): string =>
  kind === "token" ? `Bearer ${secret}` : `Basic ${joined(user, secret)}`;

/** Trino takes each byte for one character, as its own clients send them. */
const joined = (user: string, password: string): string =>
  Buffer.from(`${user}:${password}`, "latin1").toString("base64");

/** Whether an engine gets each character of a password as it is. */
export const canBeSent = (password: string): boolean => /^[\x20-\x7e\xa0-\xff]+$/.test(password);

/** Shorter parts say nothing of what they are of, and stand in many a word. */
const LEAST_PART = { token: 6, password: 4 } as const;

/** What somebody says, without the credential and its parts, should they stand in there. */
export function withoutCredential(said: string, user: string, { kind, secret }: Credential): string {
  const parts =
    kind === "token" ? [secret, ...secret.split(".")] : [joined(user, secret), secret, encodeURIComponent(secret)];
  return parts
    .filter((part) => part.length >= LEAST_PART[kind])
    .reduce((left, part) => left.replaceAll(part, `[${kind}]`), said);
}
