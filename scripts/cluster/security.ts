import { execFileSync } from "node:child_process";
import { generateKeyPairSync, type KeyObject, pbkdf2Sync, randomBytes, sign } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Java } from "./java.ts";

/** What a coordinator needs to speak TLS and to hold tokens (JWT) and passwords against, with what its callers need. All of it is made anew each time. */
export interface Security {
  /** The one name that the certificate is for. */
  host: string;
  /** File of the certificate and its key, and what it is locked with. */
  keystore: string;
  password: string;
  /** File of the certificate (PEM), which is its own authority. */
  certificate: string;
  /** File of the public key that tokens are held against. */
  tokenKey: string;
  /** File of the users that have a password. */
  passwords: string;
  /** What the machines of the cluster know one another by. */
  secret: string;
  /** A token for a user that ends so many seconds from now. */
  token(user: string, seconds?: number): string;
}

/** Makes a certificate with the keytool of a Java, keys for tokens, and a file of passwords by user. */
export function madeSecurity({ home }: Java, folder: string, users: Readonly<Record<string, string>> = {}): Security {
  mkdirSync(folder, { recursive: true });
  const [keystore, tokenKey] = [join(folder, "keystore.p12"), join(folder, "token-key.pem")];
  const passwords = join(folder, "passwords");
  writeFileSync(
    passwords,
    Object.entries(users)
      .map((one) => `${passwordEntry(...one)}\n`)
      .join(""),
  );
  const password = randomBytes(16).toString("hex");
  const certificate = certificateOf("localhost", { home, keystore, password });
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(tokenKey, publicKey.export({ type: "spki", format: "pem" }));
  return {
    ...{ host: "localhost", keystore, password, certificate, tokenKey, passwords },
    secret: randomBytes(32).toString("hex"),
    token: (user, seconds = 3600) => tokenOf({ user, seconds }, privateKey),
  };
}

/** A line of a file of passwords: https://trino.io/docs/current/security/password-file.html */
function passwordEntry(user: string, password: string): string {
  const [salt, rounds] = [randomBytes(16), 1000];
  const hash = pbkdf2Sync(password, salt, rounds, 32, "sha1");
  return `${user}:${rounds}:${salt.toString("hex")}:${hash.toString("hex")}`;
}

/** Makes a keystore with a key and its certificate for a name, and gives the file of the certificate. */
export function certificateOf(
  host: string,
  { home, keystore, password }: Pick<Java, "home"> & Pick<Security, "keystore" | "password">,
): string {
  const keytool = (...options: string[]): Buffer =>
    execFileSync(
      join(home, "bin/keytool"),
      [...options, "-alias", "own", "-keystore", keystore, "-storepass", password],
      {
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
  const options = ["-keyalg", "RSA", "-keysize", "2048", "-storetype", "PKCS12", "-validity", "2"];
  keytool("-genkeypair", ...options, "-dname", `CN=${host}`, "-ext", `san=dns:${host}`);
  const certificate = keystore.replace(/[.]p12$/, ".pem");
  writeFileSync(certificate, keytool("-exportcert", "-rfc"));
  return certificate;
}

/** A token that is signed with a key; https://www.rfc-editor.org/rfc/rfc7519 */
export function tokenOf({ user, seconds }: { user: string; seconds: number }, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const said = `${part({ alg: "RS256", typ: "JWT" })}.${part({ sub: user, iat: now - 7200, exp: now + seconds })}`;
  return `${said}.${sign("RSA-SHA256", Buffer.from(said), key).toString("base64url")}`;
}
