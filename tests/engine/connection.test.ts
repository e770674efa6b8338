import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { connectionFrom, type Environment } from "../../src/engine/connection.ts";
import { UserError } from "../../src/error.ts";
import { temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pem = join(folder, "ca.pem");
writeFileSync(pem, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
writeFileSync(join(folder, "no.pem"), "nothing");

const SECRET = "s3cr3t-t0ken";
const where = { file: "data-raw/people/dataset.yaml", line: 1 };
const read = ({
  url = "https://trino.example.org",
  user = "analyst",
  token,
  password,
  ca,
}: Record<string, string | undefined>) => {
  const environment: Environment = {
    ...{ TEMPCHECK_TRINO_URL: url, TEMPCHECK_TRINO_USER: user, TEMPCHECK_TRINO_TOKEN: token, TEMPCHECK_TRINO_CA: ca },
    TEMPCHECK_TRINO_PASSWORD: password,
  };
  return connectionFrom(environment, where, (path) => (existsSync(path) ? readFileSync(path, "utf8") : null));
};

describe("a connection", () => {
  it("is read from the environment", () => {
    expect(read({ url: " https://trino.example.org:8443/ ", token: SECRET, ca: pem })).toEqual({
      ...{ base: "https://trino.example.org:8443", user: "analyst", credential: { kind: "token", secret: SECRET } },
      ca: expect.stringContaining("BEGIN CERTIFICATE"),
    });
  });

  it("may be shown with a password in place of a token, which is taken as it stands", () => {
    const password = ' Grüße: a"b ';
    expect(read({ password }).credential).toEqual({ kind: "password", secret: password });
    expect(read({ password: "", token: "" }).credential).toBeNull();
  });

  it.each([
    ["https://gateway.example.org/trino", "https://gateway.example.org/trino"],
    ["https://gateway.example.org:443/a/trino/", "https://gateway.example.org/a/trino"],
  ])("may be under a path of a gateway: %s", (url, base) => {
    expect(read({ url }).base).toBe(base);
  });

  it.each(["http://127.0.0.1:8080", "http://127.8.9.1", "http://localhost:8080", "http://[::1]:8080"])(
    "may go over http to this machine, without a token or password: %s",
    (url) => {
      expect(read({ url }).credential).toBeNull();
      expect(() => read({ url, token: SECRET })).toThrow("no TEMPCHECK_TRINO_TOKEN over http");
      expect(() => read({ url, password: SECRET })).toThrow("no TEMPCHECK_TRINO_PASSWORD over http");
    },
  );

  it.each([
    [{ url: "" }, "no such variable, or an empty one"],
    [{ url: "trino.example.org" }, "something else"],
    [{ url: "ftp://trino.example.org" }, "something else"],
    [{ url: "https://trino.example.org/ui/" }, "something else"],
    [{ url: "https://trino.example.org/v1/statement" }, "something else"],
    [{ url: "https://trino.example.org//trino" }, "something else"],
    [{ url: `https://trino.example.org/#${SECRET}` }, "something else"],
    [{ url: `https://trino.example.org/?token=${SECRET}` }, "something else"],
    [{ url: `https://analyst:${SECRET}@trino.example.org` }, "holds no name or password"],
    [{ url: "http://trino.example.org" }, "begins with https"],
    [{ url: "http://127.0.0.1.example.org" }, "begins with https"],
    [{ url: "http://localhost.example.org" }, "begins with https"],
    [{ user: "" }, "set TEMPCHECK_TRINO_USER"],
    [{ user: "a\r\nX-Trino-Role: admin" }, "other characters, or spaces"],
    [{ token: `${SECRET}\nX: y` }, "holds one token"],
    [{ token: SECRET, password: SECRET }, "TEMPCHECK_TRINO_TOKEN or TEMPCHECK_TRINO_PASSWORD, and not both"],
    [{ url: "http://trino.example.org", password: SECRET }, "begins with https"],
    [{ password: `${SECRET}\n` }, "a line end or other characters"],
    [{ password: `€${SECRET}` }, "a line end or other characters"],
    [{ user: "ana:lyst", password: SECRET }, "no colon in TEMPCHECK_TRINO_USER"],
    [{ ca: join(folder, "none.pem") }, "a file of certificates"],
    [{ ca: join(folder, "no.pem") }, "a file of certificates"],
  ])("is refused without repeating what a variable holds: %j", (given, words) => {
    try {
      read(given);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      const { message } = error as UserError;
      expect(message).toContain(words);
      expect(message).toContain("data-raw/people/dataset.yaml:1");
      expect(message).not.toContain(SECRET);
      expect(message).not.toContain("X-Trino-Role");
    }
  });

  it("tells everything that is wrong at once", () => {
    expect(() => read({ url: "", user: "" })).toThrow(/TRINO_URL[\s\S]*TRINO_USER/);
  });
});
