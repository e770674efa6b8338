import { visible } from "../error.ts";
import type { Answer } from "./calls.ts";
import { connectionVariables } from "./connection.ts";
import type { Credential } from "./credential.ts";
import { EngineFailure } from "./engine-port.ts";
import { notAccepted } from "./not-accepted.ts";

const { url: URL_NAME, ca: CA_NAME } = connectionVariables;

export const NOT_TRINO = `see that ${URL_NAME} is the address of a Trino coordinator`;
const MOST_LETTERS = 200;

/** Codes of OpenSSL for a certificate whose authority is not known. */
const unknownAuthority = [
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_SIGNATURE_FAILURE",
];

/** What an error says, on one line. */
export const saidBy = (error: unknown): string => {
  const said = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
  return visible(said.replace(/\s+/g, " ").trim()).slice(0, MOST_LETTERS);
};

/** Nothing that can be read came back. */
export function unreachable(error: unknown, isSecure: boolean): EngineFailure {
  const { code = "" } = error as NodeJS.ErrnoException;
  return new EngineFailure(`no answer: ${saidBy(error)}`, wayOut(code, isSecure));
}

function wayOut(code: string, isSecure: boolean): string {
  if (unknownAuthority.includes(code))
    return `name the file with the authority of the engine's certificate (PEM) in ${CA_NAME}; a certificate is always verified`;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return `name the engine in ${URL_NAME} by a host name that its certificate is for, or ask whoever runs it for a certificate of this name`;
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID")
    return "ask whoever runs the engine for a certificate that is valid today, and see that the clock of this machine is right";
  if (code === "EPROTO" && isSecure)
    return `see that the port in ${URL_NAME} is the engine's port for https: what answers there speaks no TLS that is known here`;
  if (code.startsWith("HPE_"))
    return isSecure
      ? NOT_TRINO
      : `begin ${URL_NAME} with https: if the port is the engine's port for https; else ${NOT_TRINO}`;
  return `see that the engine runs and that ${URL_NAME} is its address${isSecure ? "" : ", which begins with https: if the port is for that"}, then run the command again; nothing was written`;
}

/** An answer that is not of the engine's protocol. */
export function refusal({ status, headers, text }: Answer, credential: Credential | null): EngineFailure {
  if (headers.location !== undefined || (status >= 300 && status < 400))
    return new EngineFailure(
      `HTTP ${status}, which leads to ${hostOf(headers.location)}`,
      `name that address in ${URL_NAME}: redirects are not followed, since they would take the token or password along`,
    );
  if (status === 401 || status === 403) {
    const why = /^text\/plain\b/.test(headers["content-type"] ?? "") ? saidBy(text) : "";
    return notAccepted({ status, wanted: headers["www-authenticate"] ?? "", why }, credential);
  }
  if (status === 404 || status === 410)
    return new EngineFailure(
      `HTTP ${status}: the engine knows no such query, or no queries at all`,
      `run the command again if the engine was started anew meanwhile; else ${NOT_TRINO}`,
    );
  return new EngineFailure(`HTTP ${status}`, NOT_TRINO);
}

/** Where a redirect leads, without what may be secret in its path. */
function hostOf(location = ""): string {
  try {
    return `another address, on ${new URL(location).origin}`;
  } catch {
    return "another address";
  }
}
