import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { sayIn } from "../catalogue/say.ts";
import { ON_DEMAND } from "../charts/chart.ts";
import { png } from "../charts/draw/png.ts";
import { UserError, whereText } from "../error.ts";
import { type BuildOptions, type Built, build } from "./build.ts";
import { endEngines } from "./engines.ts";
import { keptOf } from "./known-declared.ts";
import { type Loopback, type Shown, serve, type Told } from "./loopback.ts";
import { machineFault } from "./machine.ts";
import { readAssets } from "./read-assets.ts";
import { watched } from "./watched.ts";

export interface PreviewOptions extends Pick<BuildOptions, "project" | "year" | "indicators" | "previous"> {
  /** Of the loopback address; any that is free where none is named. */
  port?: number | undefined;
}

/** What whoever watches the terminal is told. */
export interface Telling {
  stage(stage: string, detail: string): void;
  built(built: Built): void;
  faulty(error: UserError): void;
  /** Neither the project nor the machine is at fault. */
  broken(error: unknown): void;
}

/** A preview that runs until it is closed, and leaves nothing behind then. */
export interface Preview {
  url: string;
  /** Everything but what an engine is asked has ended when it returns; that has when it is awaited. */
  close(): Promise<void>;
}

/**
 * Serves the report and makes it anew whenever the project changes. It is built in a folder for a while, never where the
 * report goes; what ordinary builds have drawn is used. While the project has faults the last good report stays.
 */
export async function preview({ port, ...options }: PreviewOptions, telling: Telling): Promise<Preview> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tempcheck-preview-")));
  const root = resolve(options.project);
  const words = sayIn({ language: "en-GB" });
  const { fontFiles } = readAssets();
  const paint = (svg: string): Uint8Array => png(svg, fontFiles);
  const state: Shown = { generation: 0, root: null, files: new Set(), told: null, paint };
  let server: Loopback | undefined;
  let isClosed = false;
  let isBuilding = false;
  let isStale = false;

  const told = (faults: Told["faults"]): Told => {
    const { title, behind, nothingYet, hide } = words.previewing;
    return { title: title(words.counted(faults.length)), behind: state.root ? behind : nothingYet, hide, faults };
  };
  const once = async (): Promise<void> => {
    try {
      const out = join(folder, "report");
      const built = await build({ ...options, out, keptIn: keptOfBuilds(root), pictures: ON_DEMAND }, telling.stage);
      if (isClosed) return;
      const { outputs } = built.manifest;
      const files = new Set(outputs.map(({ path }) => path));
      Object.assign(state, { generation: state.generation + 1, root: out, files, told: null });
      telling.built(built);
    } catch (error) {
      if (isClosed) return;
      const known = error instanceof UserError ? error : machineFault(error);
      state.told = told(known ? faultsOf(known) : [{ where: words.previewing.bug, lines: [] }]);
      if (known) telling.faulty(known);
      else telling.broken(error);
    }
    server?.tell();
  };
  const changed = async (): Promise<void> => {
    isStale = true;
    if (isBuilding) return;
    isBuilding = true;
    while (isStale && !isClosed) {
      isStale = false;
      await once();
    }
    isBuilding = false;
  };

  const faultsOf = ({ faults }: UserError): Told["faults"] => {
    const { labels } = words.previewing;
    return faults.map(({ where, must, found, fix }) => ({
      where: whereText(where),
      lines: [
        { label: labels.must, text: must },
        { label: labels.found, text: found },
        { label: labels.fix, text: fix },
      ],
    }));
  };

  try {
    server = await serve(state, words.previewing, port);
    const watching = watched(root, () => void changed());
    const { url, close } = server;
    return {
      url,
      close: () => {
        isClosed = true;
        watching.close();
        close();
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
        return endEngines();
      },
    };
  } catch (error) {
    server?.close();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Where ordinary builds of the project keep what they drew, if there were any. */
function keptOfBuilds(root: string): string | undefined {
  const kept = keptOf(root);
  return existsSync(dirname(kept)) ? kept : undefined;
}
