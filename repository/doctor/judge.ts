/** What the doctor says of one thing. `bad`: the project can't work here; `fair`: it works, with less. */
export interface Finding {
  readonly what: string;
  readonly state: 'good' | 'fair' | 'bad';
  readonly says: string;
  /** What to do; missing where nothing needs to be done. */
  readonly todo?: string;
}

const GIGABYTE = 1e9;
/** What the packages, a build and the tests' profiles take, and what packages and a build take alone. */
const ROOMY_BYTES = 4 * GIGABYTE;
const LEAST_BYTES = 1.5 * GIGABYTE;
const LEAST_NPM = '9.0.0';

export function judgeNode(version: string, engines: string): Finding {
  const needed = engines.replace(/^>=\s*/, '');
  const what = 'Node';
  return isAtLeast(version, needed)
    ? { what, state: 'good', says: version }
    : {
        what,
        state: 'bad',
        says: `${version} is too old`,
        todo: `Install Node ${needed} or newer from nodejs.org.`,
      };
}

/** Null where npm did not answer. */
export function judgeNpm(version: string | null): Finding {
  const what = 'npm';
  if (version === null)
    return { what, state: 'bad', says: 'not found', todo: 'Reinstall Node; npm comes with it.' };
  return isAtLeast(version, LEAST_NPM)
    ? { what, state: 'good', says: version }
    : { what, state: 'bad', says: `${version} is too old`, todo: 'Run: npm install -g npm@latest' };
}

export interface BrowserLook {
  readonly path: string;
  readonly version: string;
  readonly gpu: GpuLook | null;
  readonly isIsolated: boolean;
  readonly cores: number;
}

export interface GpuLook {
  readonly name: string;
  readonly isSoftware: boolean;
  readonly hasFloat16: boolean;
}

/** A browser that is there and did not start says why. */
export type BrowserSeen =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly path: string; readonly problem: string }
  | { readonly kind: 'works'; readonly look: BrowserLook };

export function judgeBrowser(seen: BrowserSeen): readonly Finding[] {
  const what = 'browser';
  if (seen.kind === 'none') {
    const todo =
      'Install Chrome or Chromium, set CHROMIUM_PATH, or run: npx playwright install chromium';
    return [{ what, state: 'bad', says: 'no Chromium or Chrome was found', todo }];
  }
  if (seen.kind === 'broken') {
    const todo = 'Start it by hand to see why, or name another one in CHROMIUM_PATH.';
    return [{ what, state: 'bad', says: `${seen.path} does not start: ${seen.problem}`, todo }];
  }
  const { path, version, gpu } = seen.look;
  const says = `Chromium ${version}, ${path}`;
  return [{ what, state: 'good', says }, judgeGpu(gpu), judgeThreads(seen.look)];
}

function judgeGpu(gpu: GpuLook | null): Finding {
  const what = 'WebGPU';
  const todo =
    'The app runs on the CPU. For WebGPU, switch on hardware acceleration in the browser, update the graphics driver; on Linux CHROMIUM_FLAGS may help (docs/performance.md).';
  if (!gpu) return { what, state: 'fair', says: 'no graphics card that the browser may use', todo };
  if (gpu.isSoftware)
    return { what, state: 'fair', says: `${gpu.name} is a software adapter`, todo };
  return { what, state: 'good', says: `${gpu.name}, ${gpu.hasFloat16 ? 'fp16 and fp32' : 'fp32'}` };
}

function judgeThreads({ isIsolated, cores }: BrowserLook): Finding {
  const what = 'threads';
  if (!isIsolated) {
    const todo = 'Serve the page with the headers COOP and COEP (src/offline/HOSTING.md).';
    return { what, state: 'bad', says: 'the page is not cross-origin isolated', todo };
  }
  if (cores < 2) {
    const todo = 'Give this machine a second core: with one, encoding takes about twice as long.';
    return { what, state: 'fair', says: 'one core', todo };
  }
  return { what, state: 'good', says: `${cores} cores, cross-origin isolated` };
}

export function judgeRoom(freeBytes: number): Finding {
  const what = 'disk';
  const says = `${(freeBytes / GIGABYTE).toFixed(1)} GB free`;
  if (freeBytes >= ROOMY_BYTES) return { what, state: 'good', says };
  const state = freeBytes >= LEAST_BYTES ? 'fair' : 'bad';
  return {
    what,
    state,
    says,
    todo: `Free some: a build with all tests wants ${ROOMY_BYTES / GIGABYTE} GB.`,
  };
}

export interface FileSeen {
  readonly name: string;
  readonly problem: 'missing' | 'other size' | 'other checksum' | null;
}

/** Files of one folder against its manifest. */
export function judgeFiles(what: string, files: readonly FileSeen[]): Finding {
  const wrong = files.filter(({ problem }) => problem !== null);
  if (files.length > 0 && wrong.length === 0)
    return { what, state: 'good', says: `${files.length} files as the manifest says` };
  const says =
    files.length === 0
      ? 'the manifest is missing or broken'
      : wrong.map(({ name, problem }) => `${name}: ${problem}`).join(', ');
  return { what, state: 'bad', says, todo: `Bring the files back: git checkout -- ${what}` };
}

/** 1 where anything is bad, as the exit code of a command. */
export function exitCode(findings: readonly Finding[]): 0 | 1 {
  return findings.some(({ state }) => state === 'bad') ? 1 : 0;
}

export function isAtLeast(version: string, needed: string): boolean {
  const [have, want] = [version, needed].map((text) =>
    text
      .replace(/^v/, '')
      .split('.')
      .map((part) => Number.parseInt(part, 10) || 0),
  );
  for (let i = 0; i < 3; i++) {
    const difference = (have?.[i] ?? 0) - (want?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
