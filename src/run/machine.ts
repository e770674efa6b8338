import { fileURLToPath } from "node:url";
import { type Fault, UserError } from "../error.ts";

/** What a fault says beside its place. */
type Words = Pick<Fault, "must" | "found" | "fix">;

const ANOTHER = "choose another place (--project, --out, or TMPDIR for what is written for a while)";

/** What an operating system says no with: neither the project's files nor this program are at fault. */
const words: Record<string, Words> = {
  ENOSPC: { must: "room on the disk", found: "a full disk", fix: `make room, or ${ANOTHER}` },
  EDQUOT: { must: "room on the disk", found: "a quota that is used up", fix: `make room, or ${ANOTHER}` },
  EFBIG: {
    must: "leave to write a file of this size",
    found: "a limit on the size of files",
    fix: "raise it (ulimit -f)",
  },
  EROFS: { must: "a place that can be written to", found: "a disk that can only be read", fix: ANOTHER },
  EACCES: {
    must: "leave to read it, or to write there",
    found: "no leave",
    fix: `change its mode or owner, or ${ANOTHER}`,
  },
  EPERM: { must: "leave to do this", found: "no leave", fix: `change its mode or owner, or ${ANOTHER}` },
  ENOENT: {
    must: "a file or folder that is there",
    found: "none: it is not there, was taken away, or is a link that leads nowhere",
    fix: `put it there, or ${ANOTHER}`,
  },
  ENOTDIR: { must: "a folder", found: "a file in its place", fix: `move the file away, or ${ANOTHER}` },
  EISDIR: { must: "a file", found: "a folder in its place", fix: `move the folder away, or ${ANOTHER}` },
  EEXIST: { must: "a place that is free", found: "something that stands there", fix: `move it away, or ${ANOTHER}` },
  ENOTEMPTY: {
    must: "a folder that nobody else writes to",
    found: "files that came meanwhile",
    fix: `move them away, or ${ANOTHER}`,
  },
  ELOOP: { must: "links that lead to something", found: "links that lead round in a circle", fix: "take them away" },
  ENAMETOOLONG: {
    must: "a path that the disk can hold",
    found: "one that is too long",
    fix: `shorten it, or ${ANOTHER}`,
  },
  EMFILE: { must: "leave to open more files", found: "a limit on open files", fix: "raise it (ulimit -n 1024)" },
  ENFILE: {
    must: "leave to open more files",
    found: "a limit of the machine on open files",
    fix: "close other programs",
  },
  EXDEV: { must: "a place on one disk", found: "a folder that lies on another disk", fix: ANOTHER },
  EBUSY: {
    must: "a place that nobody else uses",
    found: "one that is in use",
    fix: `close what uses it, or ${ANOTHER}`,
  },
  ETXTBSY: { must: "a file that nobody else uses", found: "one that is in use", fix: "close what uses it" },
  ESTALE: { must: "a disk that answers", found: "a folder of a network that is gone", fix: "connect it again" },
  EIO: {
    must: "a disk that can be read and written",
    found: "an error of the disk",
    fix: `check the disk, or ${ANOTHER}`,
  },
  ENODEV: { must: "a disk that is there", found: "none", fix: ANOTHER },
  ENXIO: { must: "a plain file", found: "something that is no file", fix: "take it away" },
  ENOMEM: { must: "memory", found: "none left", fix: "close other programs, or take a larger machine" },
  EAGAIN: { must: "leave to start another thread", found: "a limit of the machine", fix: "raise it (ulimit -u)" },
};

/** How the database tells of the same, in the words of the operating system. */
const spoken: readonly [RegExp, string][] = [
  [/no space left/i, "ENOSPC"],
  [/quota exceeded/i, "EDQUOT"],
  [/file too large/i, "EFBIG"],
  [/read-only file system/i, "EROFS"],
  [/permission denied/i, "EACCES"],
  [/operation not permitted/i, "EPERM"],
  [/too many open files in system/i, "ENFILE"],
  [/too many open files/i, "EMFILE"],
  [/file name too long/i, "ENAMETOOLONG"],
  [/not a directory/i, "ENOTDIR"],
  [/is a directory/i, "EISDIR"],
  [/no such file|does not exist/i, "ENOENT"],
  [/could not set lock/i, "EBUSY"],
  [/input\/output error/i, "EIO"],
];

/** Folders of this program: a file of its own that is missing is a bug, or a broken installation. */
const own = ["dist/", "src/", "node_modules/"].map((folder) =>
  fileURLToPath(new URL(`../../${folder}`, import.meta.url)),
);

/** The fault that an error of the machine is told as; null for any other error, which is a bug. */
export function machineFault(error: unknown): UserError | null {
  if (!(error instanceof Error)) return null;
  const { code, path, dest, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  if (code !== undefined && words[code] !== undefined) {
    if (syscall === "uv_cwd") return fault("the folder that the command runs in", words["ENOENT"]!);
    if (path !== undefined && code === "ENOENT" && own.some((folder) => path.startsWith(folder))) return null;
    return fault([path, dest].filter((one) => one !== undefined).join(" -> ") || "the machine", words[code]);
  }
  if (/^(IO|Permission|TransactionContext|FATAL|INTERNAL) Error: /.test(error.message)) {
    const said = spoken.find(([pattern]) => pattern.test(error.message))?.[1];
    const file = /"([^"\n]*\/[^"\n]*)"/.exec(error.message)?.[1] ?? "the database";
    return said === undefined ? null : fault(file, words[said]!);
  }
  if (/^Out of Memory Error: /.test(error.message) || code === "ERR_WORKER_OUT_OF_MEMORY")
    return fault("the machine", words["ENOMEM"]!);
  return null;
}

const fault = (file: string, told: Words): UserError => new UserError({ where: { file }, ...told });
