import { lookup as ofMachine } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Refusal } from "./refusals.ts";

/** Addresses of this machine and of networks that nobody reaches from outside. */
const inner = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  inner.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  inner.addSubnet(net, bits, "ipv6");

const isInner = (address: string): boolean => inner.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

const refusal = (host: string): Refusal =>
  new Refusal({
    must: "a redirect that stays outside of this network, or on its host",
    found: `one to ${host}, which is an address inside`,
    fix: "declare the address that the file has at last, if it is meant",
  });

/** Refuses a host that is written as such an address. */
export function refuseInner(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && isInner(host)) throw refusal(host);
}

/** Looks names up, and refuses those that lead to such an address. */
export const outerLookup =
  (lookup: LookupFunction = ofMachine): LookupFunction =>
  (host, options, callback) =>
    lookup(host, options, (error, address, family) => {
      const found = Array.isArray(address) ? address.map((one) => one.address) : [address];
      if (error === null && found.some((one) => one && isInner(one))) callback(refusal(host), address, family);
      else callback(error, address, family);
    });
