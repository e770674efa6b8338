import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { services } from "../../src/fetch/circumstances.ts";
import { got, type Local, manners, type Reply, send, servers } from "./server.ts";

// Answers in the shapes that the services document: docs/commands.md names their documentation.
const served = servers();
const json = (answer: unknown) => [JSON.stringify(answer), { "Content-Type": "application/json" }] as const;

it("asks the services where their documentation has them", () => {
  expect(Object.values(services).every((one) => one.startsWith("https://"))).toBe(true);
});

describe("Fingertips", () => {
  const csv =
    '"Indicator ID","Indicator Name","Area Code","Time period","Value"\n93203,"NEET","E08000003","2024",5.1\n';
  it("gives one CSV of indicators by area", async () => {
    const server = await served((_, response) => send(response, csv));
    const declared = {
      from: "fingertips" as const,
      indicators: [93203, 90366],
      area_type: 502,
      parent_area_type: 6,
      parent_area: "E12000002",
      profile: 19,
      ...manners,
    };
    expect(await got(declared, { services: { ...services, fingertips: `${server.url}/api` } })).toMatchObject({
      text: csv,
    });
    expect(server.asked).toEqual([
      "GET /api/all_data/csv/by_indicator_id?indicator_ids=93203%2C90366&child_area_type_id=502&parent_area_type_id=6&parent_area_code=E12000002&profile_id=19",
    ]);
  });
});

describe("Nomis", () => {
  const total = 60_000;
  const header = '"DATE","GEOGRAPHY_CODE","OBS_VALUE","RECORD_OFFSET","RECORD_COUNT"';
  const pageAt = (url: string, rows = total, count = total): string => {
    const asked = new URL(url, "http://x").searchParams;
    const [from, size] = [Number(asked.get("RecordOffset")), Number(asked.get("RecordLimit"))];
    const lines = Array.from(
      { length: Math.max(0, Math.min(size, rows - from)) },
      (_, i) => `"2024","E${from + i}",${from + i},${from + i},${count}`,
    );
    return `${[header, ...lines].join("\r\n")}\r\n`;
  };
  const declared = {
    from: "nomis" as const,
    dataset: "NM_162_1",
    query: { geography: ["1", "2"], select: "DATE,OBS_VALUE" },
    ...manners,
    most_megabytes: 16,
  };
  const at = (server: Local) => ({ services: { ...services, nomis: `${server.url}/api/v01` } });

  it("is asked page by page until every row is there, and the pages are one file", async () => {
    const server = await served((request, response) => send(response, pageAt(request.url!)));
    const found = await got(declared, at(server));
    const lines = found && "text" in found ? found.text.split("\r\n") : [];
    expect(lines).toHaveLength(total + 2);
    expect(lines.filter((line) => line === header)).toHaveLength(1);
    expect(new Set(lines).size).toBe(total + 2);
    expect(server.asked).toHaveLength(3);
    expect(server.asked[2]).toBe(
      "GET /api/v01/dataset/NM_162_1.data.csv?geography=1%2C2&select=DATE%2COBS_VALUE%2CRECORD_COUNT&RecordLimit=25000&RecordOffset=50000",
    );
  });

  it("sends its key, which stands in no address that is told", async () => {
    const server = await served((request, response) => send(response, pageAt(request.url!, 3, 3)));
    const key = { variable: "NOMIS_UID", as: "query" as const, name: "uid" };
    const found = await got(
      { ...declared, key },
      { ...at(server), variable: (name) => (name === "NOMIS_UID" ? "0xabc" : undefined) },
    );
    expect(server.asked[0]).toContain("uid=0xabc");
    expect(JSON.stringify(found)).not.toContain("0xabc");
  });

  it.each<[string, string, (url: string, nth: number) => string]>([
    ["ends before every row is there", "30000", (url) => pageAt(url, 30_000)],
    ["is renewed meanwhile", "pages that count other rows in all", (url, nth) => pageAt(url, total, total + nth)],
    [
      "changes its columns meanwhile",
      "pages with another header",
      (url, nth) => (nth === 0 ? pageAt(url) : pageAt(url).replace("DATE", "TIME")),
    ],
    ["does not count its rows", "the columns a, b", () => "a,b\n1,2\n"],
  ])("is refused where it %s", async (_, found, reply) => {
    const server = await served((request, response, nth) => send(response, reply(request.url!, nth)));
    expect(await got(declared, at(server))).toMatchObject({ found });
  });

  it("takes a page up again after 503 and a cut", async () => {
    const server = await served((request, response, nth) => {
      if (nth === 1) return void response.writeHead(503).end();
      if (nth !== 2) return send(response, pageAt(request.url!));
      response.writeHead(200, { "Content-Type": "text/csv", "Content-Length": 5_000_000 });
      response.write(pageAt(request.url!).slice(0, 1000), () => response.destroy());
    });
    expect(
      await got(declared, { ...at(server), patience: { tries: 3, first: 1, most: 2, longest: 10, whole: 5000 } }),
    ).toHaveProperty("text");
    expect(server.asked).toHaveLength(5);
  });
});

describe("ONS", () => {
  const csv = "v4_0,time,geography\n1.5,Mar-18,K02000001\n";
  const declared = { from: "ons" as const, dataset: "cpih01", ...manners };
  const at = (server: Local) => ({ services: { ...services, ons: `${server.url}/v1` } });
  const home = (request: { headers: { host?: string | undefined } }): string => `http://${request.headers.host}`;
  const reply =
    (more: Record<string, (base: string, nth: number) => unknown> = {}): Reply =>
    (request, response, nth) => {
      const base = home(request);
      const root = `${base}/v1/datasets/cpih01/editions/time-series`;
      const release = {
        version: 6,
        edition: "time-series",
        state: "published",
        downloads: { csv: { href: `${base}/downloads/6.csv`, size: "2061369" } },
      };
      const answers: Record<string, unknown> = {
        "/v1/datasets/cpih01": { id: "cpih01", links: { latest_version: { href: `${root}/versions/6`, id: "6" } } },
        "/v1/datasets/cpih01/editions/time-series": {
          links: { latest_version: { href: `${root}/versions/6`, id: "6" } },
        },
        "/v1/datasets/cpih01/editions/time-series/versions/6": release,
        "/v1/datasets/cpih01/editions/time-series/versions/5": { ...release, version: 5 },
        "/v1/filters?submitted=true": {
          filter_id: "f",
          links: { filter_output: { id: "o", href: `${base}/v1/filter-outputs/o` } },
        },
        "/v1/filter-outputs/o":
          nth < 4
            ? { state: "submitted", downloads: {} }
            : { state: "completed", downloads: { csv: { href: `${base}/downloads/o.csv` } } },
      };
      const own = more[request.url!]?.(base, nth);
      const answer = own ?? answers[request.url!];
      if (answer === undefined) send(response, csv);
      else send(response, ...json(answer));
    };

  it("is asked for the latest version, and that for its CSV", async () => {
    const server = await served(reply());
    expect(await got(declared, at(server))).toMatchObject({
      text: csv,
      version: "time-series 6",
      address: `${server.url}/downloads/6.csv`,
    });
    expect(server.asked).toEqual([
      "GET /v1/datasets/cpih01",
      "GET /v1/datasets/cpih01/editions/time-series/versions/6",
      "GET /downloads/6.csv",
    ]);
  });

  it("is asked for an edition and a version", async () => {
    const server = await served(reply());
    expect(await got({ ...declared, edition: "time-series", version: 5 }, at(server))).toMatchObject({
      version: "time-series 5",
    });
    expect(await got({ ...declared, edition: "time-series" }, at(server))).toMatchObject({ version: "time-series 6" });
  });

  it("is given a filter, whose file is waited for", async () => {
    const server = await served(reply());
    expect(await got({ ...declared, dimensions: { geography: ["K02000001"] } }, at(server))).toMatchObject({
      text: csv,
      address: `${server.url}/downloads/o.csv`,
    });
    const post = server.asked.indexOf("POST /v1/filters?submitted=true");
    expect(JSON.parse(server.bodies[post]!)).toEqual({
      dataset: { id: "cpih01", edition: "time-series", version: 6 },
      dimensions: [{ name: "geography", options: ["K02000001"] }],
    });
    expect(server.asked.filter((one) => one.includes("filter-outputs")).length).toBeGreaterThan(1);
  });

  it.each<[string, string, Record<string, (base: string) => unknown>]>([
    [
      "has no CSV",
      "none at ",
      { "/v1/datasets/cpih01/editions/time-series/versions/6": () => ({ version: 6, downloads: {} }) },
    ],
    [
      "answers in another shape",
      "nothing that can be read at links",
      { "/v1/datasets/cpih01": () => ({ id: "cpih01" }) },
    ],
    [
      "leads to no address of the web",
      "file:///etc/passwd",
      {
        "/v1/datasets/cpih01/editions/time-series/versions/6": () => ({
          version: 6,
          downloads: { csv: { href: "file:///etc/passwd" } },
        }),
      },
    ],
  ])("is refused where it %s", async (_, found, answers) => {
    const server = await served(reply(answers));
    expect(await got(declared, at(server))).toMatchObject({ found: expect.stringContaining(found) });
  });

  it("is refused where a filter fails", async () => {
    const server = await served(reply({ "/v1/filter-outputs/o": () => ({ state: "failed" }) }));
    expect(await got({ ...declared, dimensions: { geography: ["K"] } }, at(server))).toMatchObject({
      found: "none that came to be",
    });
  });
});

describe("DfE", () => {
  const data_set = "019afee4-e5d0-72f9-9a8f-d7a1a56eac1d";
  const declared = { from: "dfe" as const, data_set, ...manners };
  const at = (server: Local) => ({ services: { ...services, dfe: `${server.url}/statistics/v1` } });
  const row = (n: number) => ({
    timePeriod: { code: "AY", period: "2024/2025" },
    geographicLevel: "LA",
    locations: { NAT: "dP0Zw", LA: "it6Xr" },
    filters: { TkqPJ: `f"${n}` },
    values: { x4bOu: String(n) },
  });
  const page = (number: number, of: number, total: number, rows: unknown[]) =>
    json({
      paging: { page: number, pageSize: 1000, totalPages: of, totalResults: total },
      results: rows,
      warnings: [],
    });

  it("gives a whole data set as CSV, packed without saying so", async () => {
    const server = await served((_, response) => send(response, gzipSync("time_period,n\n202425,1\n")));
    expect(await got({ ...declared, version: "2.1" }, at(server))).toMatchObject({
      text: "time_period,n\n202425,1\n",
      version: "2.1",
    });
    expect(server.asked).toEqual([`GET /statistics/v1/data-sets/${data_set}/csv?dataSetVersion=2.1`]);
  });

  it("is asked page by page for rows of a query", async () => {
    const server = await served((_, response, nth) =>
      send(response, ...page(nth + 1, 2, 3, nth === 0 ? [row(1), row(2)] : [row(3)])),
    );
    const query = { indicators: ["x4bOu"], criteria: { geographicLevels: { eq: "LA" } } };
    expect(await got({ ...declared, query }, at(server))).toMatchObject({
      text: 'time_identifier,time_period,geographic_level,location_NAT,location_LA,TkqPJ,x4bOu\nAY,2024/2025,LA,dP0Zw,it6Xr,"f""1",1\nAY,2024/2025,LA,dP0Zw,it6Xr,"f""2",2\nAY,2024/2025,LA,dP0Zw,it6Xr,"f""3",3\n',
    });
    expect(server.bodies.map((body) => JSON.parse(body))).toEqual([
      { ...query, page: 1, pageSize: 1000 },
      { ...query, page: 2, pageSize: 1000 },
    ]);
  });

  it("is refused where pages lack rows, or are of another shape, or a query is refused", async () => {
    const query = { indicators: ["x4bOu"] };
    const short = await served((_, response, nth) =>
      send(response, ...page(nth + 1, 2, 3, nth === 0 ? [row(1), row(2)] : [])),
    );
    expect(await got({ ...declared, query }, at(short))).toMatchObject({ found: "2" });
    const other = await served((_, response) => send(response, ...json({ results: [] })));
    expect(await got({ ...declared, query }, at(other))).toMatchObject({ found: "nothing that can be read at paging" });
    const refused = await served((_, response) => {
      const [body, headers] = json({ title: "One or more validation errors occurred.", status: 400 });
      response.writeHead(400, headers).end(body);
    });
    expect(await got({ ...declared, query }, at(refused))).toMatchObject({
      found: expect.stringContaining("One or more validation errors"),
    });
  });
});
