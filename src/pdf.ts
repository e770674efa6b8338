/** Dates of a PDF, as Chromium writes them. */
const dates = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g;

/** The same PDF with the dates that SOURCE_DATE_EPOCH gives: nothing else in it depends on the day. */
export function dated(pdf: Uint8Array, epoch: string | undefined): Uint8Array {
  if (epoch === undefined || !/^\d{1,12}$/.test(epoch)) return pdf;
  const stamp = new Date(Number(epoch) * 1000).toISOString().replace(/\D/g, "").slice(0, 14);
  const text = Buffer.from(pdf).toString("latin1");
  return Buffer.from(
    text.replace(dates, (_, name: string) => `/${name} (D:${stamp}+00'00')`),
    "latin1",
  );
}

/** Whether bytes are a PDF from its first line to its last. */
export function isWhole(pdf: Uint8Array): boolean {
  const text = Buffer.from(pdf);
  return text.subarray(0, 5).toString("latin1") === "%PDF-" && text.subarray(-32).toString("latin1").includes("%%EOF");
}
