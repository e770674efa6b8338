import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";

interface Gateway {
  origin: string;
  close(): void;
}

/** A gateway on the loopback address that has a server under a path, and tells it what it tells. */
export async function gateway(
  server: string,
  path: string,
  tells: (origin: URL) => IncomingHttpHeaders,
): Promise<Gateway> {
  const own = createServer((asked, answer) => {
    const { url = "", method, headers } = asked;
    if (!url.startsWith(`${path}/`)) return void answer.writeHead(404).end();
    const options = { method, headers: { ...headers, ...tells(new URL(origin)) } };
    const onward = request(`${server}${url.slice(path.length)}`, options, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  const close = (): void => {
    own.closeAllConnections();
    own.close();
  };
  return { origin, close };
}
