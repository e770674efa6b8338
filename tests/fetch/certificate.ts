import { createSign, generateKeyPairSync } from "node:crypto";

/** DER, as X.690 has it: a tag, the length, what is inside. */
const der = (tag: number, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...inside: Buffer[]): Buffer => der(0x30, ...inside);
const hex = (text: string): Buffer => Buffer.from(text, "hex");

const ecdsaWithSha256 = sequence(hex("06082a8648ce3d040302"));
const commonName = sequence(der(0x31, sequence(hex("0603550403"), der(0x0c, Buffer.from("127.0.0.1")))));
const validity = sequence(der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("491231235959Z")));
/** subjectAltName: the address 127.0.0.1, which is all that it is good for. */
const names = sequence(hex("0603551d11"), der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))));

/** A key and a certificate of this machine's own address, signed by itself. */
export function ownCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ...[ecdsaWithSha256, commonName, validity, commonName],
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(names)),
  );
  const signature = createSign("sha256").update(toSign).sign(privateKey);
  const whole = sequence(toSign, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
