/** What a release depends on. */
export interface ReleaseFacts {
  /** The project's, in package.json. */
  readonly version: string;
  /** The same as others say it, by file. */
  readonly versions: Readonly<Record<string, string>>;
  /** Title of the newest section of the changelog. */
  readonly newestChanges: string;
  readonly isModelCardTrue: boolean;
  /** Lines of `git status --porcelain`. */
  readonly changedFiles: readonly string[];
  /** Null where no branch is checked out. */
  readonly branch: string | null;
  readonly tags: readonly string[];
}

const RELEASED_FROM = 'main';
const SHOWN_FILES = 5;

export function tagOf(version: string): string {
  return `v${version}`;
}

/** Why this can't be released, each with what to do; empty: it can. */
export function obstacles(facts: ReleaseFacts): string[] {
  const { version, versions, newestChanges, isModelCardTrue, changedFiles, branch, tags } = facts;
  const [first = '', note = ''] = newestChanges.split(/ (.*)/s);
  const isDated = /^\(\d{4}-\d{2}-\d{2}\)$/.test(note.trim());
  const found: (string | false)[] = [
    !/^\d+\.\d+\.\d+$/.test(version) && `package.json: ${version} is no version such as 1.2.3.`,
    ...Object.entries(versions).map(
      ([file, said]) => said !== version && `${file}: says ${said}, package.json ${version}.`,
    ),
    first !== version && `CHANGELOG.md: its newest section is ${first}, not ${version}.`,
    !isDated && `CHANGELOG.md: write the day behind the newest version, as (2026-01-31).`,
    !isModelCardTrue && 'MODEL_CARD.md: differs from its sources. Run: npm run model-card',
    changedFiles.length > 0 && `The tree is not clean: ${listed(changedFiles)}. Commit or stash.`,
    branch !== RELEASED_FROM &&
      `Releases are made from ${RELEASED_FROM}; this is ${branch ?? 'no branch'}.`,
    tags.includes(tagOf(version)) &&
      `The tag ${tagOf(version)} exists. Raise the version in package.json: npm version --no-git-tag-version patch`,
  ];
  return found.filter((one) => one !== false);
}

function listed(files: readonly string[]): string {
  const more = files.length - SHOWN_FILES;
  const names = files.slice(0, SHOWN_FILES).map((line) => line.trim());
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
