import { NATIVE_PACKAGES } from './scripts.ts';

/** What package.json of the whole project says. */
export interface ProjectFacts {
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** An entry that is the same in a browser and in Node. */
function everywhere(name: string) {
  return { types: `./types/library/${name}.d.ts`, default: `./${name}.js` };
}

/** package.json of the package. */
export function packageManifest({ version, license, engines, devDependencies }: ProjectFacts) {
  const natives = NATIVE_PACKAGES.map((name) => [name, `^${devDependencies[name]}`] as const);
  return {
    name: 'robustsam',
    version,
    description:
      'Click an object in a degraded photo and get its mask, in the browser and in Node.',
    keywords: [
      'segment-anything',
      'robustsam',
      'sam',
      'segmentation',
      'onnx',
      'webgpu',
      'annotation',
    ],
    license,
    type: 'module',
    engines,
    // Importing it defines <robustsam-annotator>; the workers' scripts are loaded by URL.
    sideEffects: ['./element.js', './engine-worker.js', './photo-worker.js'],
    exports: {
      '.': {
        types: './types/library/browser.d.ts',
        browser: './browser.js',
        node: './node.js',
        default: './browser.js',
      },
      './element': everywhere('element'),
      './formats': everywhere('formats'),
      './degradations': everywhere('degradations'),
      './models/*': './models/*',
      './package.json': './package.json',
    },
    peerDependencies: Object.fromEntries(natives),
    peerDependenciesMeta: Object.fromEntries(natives.map(([name]) => [name, { optional: true }])),
  };
}
