/**
 * Opens an issue of GitHub or GitLab with a text of publish.sh, or mends the one that is open for the same changes: a comment
 * in the text names them. Where it was closed already, nobody is told again.
 */
import { readFileSync } from "node:fs";

const LABEL = "tempcheck";
const { env } = process;
const text = readFileSync(process.argv[2], "utf8");
const [, title] = /^# (.+)$/m.exec(text);
const [name] = /<!-- tempcheck \d+ [0-9a-f]{12} -->/.exec(text);
const plain = title.replaceAll("&#64;", "@").replace(/\\(.)/g, "$1");
const body = text.replace(/^# .+\n+/, "");

const gitlab = {
  issues: `${env.CI_API_V4_URL}/projects/${encodeURIComponent(env.CI_PROJECT_ID ?? "")}/issues`,
  query: (page) => `?labels=${LABEL}&scope=all&per_page=100&page=${page}`,
  headers: { "private-token": env.ISSUE_TOKEN },
  mend: "PUT",
  form: { title: plain, description: body, labels: LABEL },
  read: ({ iid, description, state, web_url: page }) => ({
    id: iid,
    body: description,
    open: state === "opened",
    page,
  }),
};
const github = {
  issues: `${env.GITHUB_API_URL ?? "https://api.github.com"}/repos/${env.GITHUB_REPOSITORY}/issues`,
  query: (page) => `?labels=${LABEL}&state=all&per_page=100&page=${page}`,
  headers: { authorization: `Bearer ${env.ISSUE_TOKEN}`, accept: "application/vnd.github+json" },
  mend: "PATCH",
  form: { title: plain, body, labels: [LABEL] },
  read: ({ number, body: told, state, html_url: page }) => ({ id: number, body: told, open: state === "open", page }),
};
const forge = env.CI_API_V4_URL ? gitlab : github;

async function ask(url, options = {}) {
  const headers = { ...forge.headers, "content-type": "application/json", "user-agent": "tempcheck" };
  for (let wait = 1000; ; wait *= 4) {
    const answer = await fetch(url, { ...options, headers, redirect: "error", signal: AbortSignal.timeout(30_000) });
    if (answer.ok) return answer.json();
    // Asking again is safe but where something may have been made.
    if (options.method === "POST" || (answer.status !== 429 && answer.status < 500) || wait > 20_000)
      throw new Error(`${options.method ?? "GET"} ${url} was answered with ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function known() {
  for (let page = 1; page <= 50; page++) {
    const listed = await ask(`${forge.issues}${forge.query(page)}`);
    const found = listed.map(forge.read).find((one) => (one.body ?? "").includes(name));
    if (found !== undefined || listed.length < 100) return found;
  }
  return undefined;
}

try {
  const found = await known();
  if (found === undefined) {
    const made = await ask(forge.issues, { method: "POST", body: JSON.stringify(forge.form) });
    console.log(`An issue was opened: ${forge.read(made).page}`);
  } else if (found.open && found.body.trim() !== body.trim()) {
    const form = { [forge === gitlab ? "description" : "body"]: body };
    await ask(`${forge.issues}/${found.id}`, { method: forge.mend, body: JSON.stringify(form) });
    console.log(`The issue that is open for this was mended: ${found.page}`);
  } else console.log(`There is an issue for this already: ${found.page}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
