import type { ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, expect, it } from "vitest";
import { hashes, root, start, temporaryFolder } from "../support/command.ts";
import { violations, withAxe } from "./support/axe.ts";
import { describeInChromium } from "./support/chromium.ts";

interface Running {
  url: string;
  project: string;
  /** What is for a while in the place for such things. */
  temporary: string;
  child: ChildProcess;
  ended: Promise<number | null>;
  /** What it has printed. */
  out: () => string;
}

const running: Running[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
});

/** Starts a preview of a copy of a small project, and waits for its address. */
async function started(spoil: (project: string) => void = () => {}): Promise<Running> {
  const [project, temporary] = [temporaryFolder(), temporaryFolder()];
  cpSync(join(root, "tests/problems/base"), project, { recursive: true });
  spoil(project);
  const child = await start(["preview", "--project", project], { environment: { TMPDIR: temporary } });
  let [out, err] = ["", ""];
  child.stderr?.on("data", (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk) => {
      out += String(chunk);
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on("close", () => reject(new Error(`the preview ended: ${out}${err}`)));
  });
  const one = { url, project, temporary, child, ended, out: () => out };
  running.push(one);
  return one;
}

function edit(project: string, path: string, change: (text: string) => string): void {
  const at = join(project, path);
  // As editors save: beside, then in its place.
  writeFileSync(`${at}~`, change(readFileSync(at, "utf8")));
  renameSync(`${at}~`, at);
}

const shows = (tab: Page, text: string | RegExp) => tab.getByText(text).first().waitFor({ timeout: 120_000 });
const over = (tab: Page) => tab.locator("#tempcheck-faults");

/** Asks for a path as it stands, with a host of one's own; gives status and text. */
const ask = (url: string, path: string, { host, method = "GET" }: { host?: string; method?: string } = {}) =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const headers = host === undefined ? {} : { host };
    request({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += String(chunk);
      });
      response.on("end", () => resolve({ status: response.statusCode, text }));
    })
      .on("error", reject)
      .end();
  });

describeInChromium("a preview", (browser) => {
  it("shows each saved change, faults over the last good page, and leaves nothing behind", async () => {
    const { url, project, temporary, child, ended, out } = await started();
    const before = hashes(project);
    const tab = await withAxe(await browser().newPage());
    const troubles: string[] = [];
    tab.on("pageerror", (error) => troubles.push(error.message));
    tab.on("console", (message) => {
      // A page that is not there yet is told with 503, which the console notes.
      if (message.type() === "error" && !message.text().includes("503")) troubles.push(message.text());
    });
    tab.on("request", (one) => {
      if (!one.url().startsWith(new URL(url).origin) && !one.url().startsWith("data:")) troubles.push(one.url());
    });
    await tab.goto(url);
    await shows(tab, "Sampleton temperature check");
    expect(await over(tab).count()).toBe(0);

    edit(project, "indicators/claims.yaml", (text) => text.replace("title: Claims", "title: Asking for benefits"));
    await shows(tab, "Asking for benefits");

    mkdirSync(join(project, "commentary"));
    const words = "---\nauthor: Somebody\ndate: 2025-03-01\n---\n\nThe office on the square has closed.\n";
    writeFileSync(join(project, "commentary/claims.md"), words);
    await tab.goto(url.replace("index.html", "indicators/claims.html"));
    await shows(tab, "The office on the square has closed.");

    // Nobody has painted the pictures of charts: whoever asks for one gets it, and none of what is not there.
    const offered = await tab.locator('a[href$=".png"]').first().getAttribute("href");
    const picture = await tab.request.get(new URL(offered ?? "", tab.url()).href);
    expect(picture.headers()["content-type"]).toBe("image/png");
    expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG");
    expect((await ask(url, "/charts/nothing.png")).status).toBe(404);

    edit(project, "indicators/claims.yaml", (text) => text.replace("better: lower", "better: shorter"));
    await over(tab).waitFor({ timeout: 120_000 });
    const said = await over(tab).innerText();
    expect(said).toContain("1 fault in the project");
    expect(said).toMatch(/indicators\/claims\.yaml:\d+:\d+ +better/);
    expect(said).toContain('"shorter"');
    expect(said).toMatch(/Do\s+mend the value/);
    expect(await tab.getByText("The office on the square has closed.").isVisible()).toBe(true);
    expect(await violations(tab)).toEqual([]);
    await over(tab).getByRole("button", { name: "Hide" }).press("Enter");
    expect(await over(tab).count()).toBe(0);

    // A figure changes and its hash is not yet written: one fault gives way to another.
    edit(project, "indicators/claims.yaml", (text) => text.replace("better: shorter", "better: lower"));
    edit(project, "data-raw/homes/homes.csv", (text) => text.replace(",48", ",49"));
    await over(tab)
      .getByText(/data-raw\/homes/)
      .first()
      .waitFor({ timeout: 120_000 });
    edit(project, "data-raw/homes/homes.csv", (text) => text.replace(",49", ",48"));
    await over(tab).waitFor({ state: "detached", timeout: 120_000 });

    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(out()).toContain("must:  ");
    expect(out()).toMatch(/Ended; nothing is left behind\.\n$/);
    expect(readdirSync(temporary)).toEqual([]);
    const left = Object.keys(hashes(project)).filter((path) => !(path in before));
    expect(left).toEqual(["commentary/claims.md"]);
    expect(existsSync(join(project, "outputs"))).toBe(false);
    expect(troubles.filter((text) => !/ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(text))).toEqual([]);
    await tab.close();
  });

  it("begins with a project that has faults, and shows the report once it has none", async () => {
    const { url, project, child, ended } = await started((at) =>
      edit(at, "tempcheck.yaml", (text) => text.replace("year: 2025", "year: soon")),
    );
    const tab = await browser().newPage();
    await tab.goto(url);
    await over(tab).waitFor({ timeout: 120_000 });
    expect(await over(tab).innerText()).toContain("There is no report to show yet.");
    edit(project, "tempcheck.yaml", (text) => text.replace("year: soon", "year: 2025"));
    await shows(tab, "Sampleton temperature check");
    expect(await over(tab).count()).toBe(0);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    await tab.close();
  });

  it("answers this machine alone, with files of the report alone", async () => {
    const { url } = await started();
    const tab = await browser().newPage();
    await tab.goto(url);
    await shows(tab, "Sampleton temperature check");
    await tab.close();
    const { port } = new URL(url);
    expect((await ask(url, "/report/index.html")).status).toBe(200);
    expect((await ask(url, "/report/index.html", { host: `localhost:${port}` })).status).toBe(200);
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      "127.0.0.1:1",
      `127.0.0.1.evil.example:${port}`,
    ])
      expect((await ask(url, "/report/index.html", { host })).status, host).toBe(403);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      expect((await ask(url, "/report/index.html", { method })).status, method).toBe(405);
    const ways = ["/../tempcheck.yaml", "/report/../../tempcheck.yaml", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd"];
    for (const path of [
      ...ways,
      "/report/..%2f..%2ftempcheck.yaml",
      "/report\\..\\..\\tempcheck.yaml",
      "/manifest.json",
    ])
      expect((await ask(url, path)).status, path).toBe(404);
    expect((await ask(url, "/%")).status).toBe(400);
    const { text } = await ask(url, "/report/index.html");
    expect(text).toContain("default-src 'none'; connect-src 'self'");
    expect(text).toContain("/.preview/reloading.js");
  });
});
