import { connectionVariables } from "./connection.ts";
import type { Credential } from "./credential.ts";
import { EngineFailure } from "./engine-port.ts";

const { user: USER_NAME, token: TOKEN_NAME, password: PASSWORD_NAME } = connectionVariables;

const known: readonly Credential["kind"][] = ["token", "password"];
const schemes = { token: /\bBearer\b/i, password: /\bBasic\b/i } as const;

interface Said {
  status: number;
  /** The header WWW-Authenticate, in which an engine says what it asks for; empty where it does not. */
  wanted: string;
  why: string;
}

/** Whoever asks is not let in: without a token or password, or with one that the engine does not take. */
export function notAccepted({ status, wanted, why }: Said, credential: Credential | null): EngineFailure {
  const named = known.filter((kind) => schemes[kind].test(wanted));
  const kinds = named.length === 0 ? known : named;
  const asked = kinds.map((kind) => `a ${kind}`).join(" or ");
  if (status === 401 && wanted !== "" && named.length === 0)
    return new EngineFailure(
      `HTTP ${status}: the engine asks for ${wanted.split(/[ ,]/)[0]}`,
      "ask whoever runs it to let you in with a password or a token (JWT): nothing else can be sent",
    );
  if (status === 401 && credential === null)
    return new EngineFailure(
      `HTTP ${status}: the engine does not accept who asks without ${asked}`,
      `set ${kinds.map(setting).join(", or ")}`,
    );
  if (status === 401 && credential !== null && !kinds.includes(credential.kind))
    return new EngineFailure(
      `HTTP ${status}: the engine asks for ${asked}, and not for a ${credential.kind}`,
      `unset ${variables[credential.kind]}, and set ${kinds.map(setting).join(", or ")}`,
    );
  const found = `HTTP ${status}: the engine does not accept who asks${why === "" ? "" : `: ${why}`}`;
  return new EngineFailure(
    found,
    credential === null
      ? `see that ${USER_NAME} is who the engine knows`
      : `see that ${USER_NAME} and ${variables[credential.kind]} are those that the engine knows; ${moreOf[credential.kind]}`,
  );
}

const variables = { token: TOKEN_NAME, password: PASSWORD_NAME } as const;
const setting = (kind: Credential["kind"]): string =>
  kind === "token"
    ? `${TOKEN_NAME} to a token (JWT) that the engine knows`
    : `${PASSWORD_NAME} to the password of ${USER_NAME}`;
const moreOf = {
  token: "tokens expire, and a new one is asked for where this one came from",
  password: "after some wrong ones a user may be locked out by whoever keeps the passwords",
} as const;
