import { text } from 'node:stream/consumers';
import { isPictureName } from '../../formats/photos/file-names.ts';
import { bareKey, parsePath } from '../../formats/photos/photo-names.ts';

/*
 * For the cluster: { photos, names } on the standard input, lists of paths, gives a list of keys for each on the standard
 * output. Photos and names that may mean each other have one key. Null: no photo, as the command sees it.
 */
interface Names {
  readonly photos: readonly string[];
  readonly names: readonly string[];
}

const { photos, names }: Names = JSON.parse(await text(process.stdin));
process.stdout.write(
  JSON.stringify({
    photos: photos.map((path) => (isListed(path) ? keyOf(path) : null)),
    names: names.map(keyOf),
  }),
);

/** As batch/list-photos.ts has it. */
function isListed(path: string): boolean {
  return isPictureName(path) && !path.split('/').some((part) => part.startsWith('.'));
}

/** Forms encode a space as a plus. */
function keyOf(path: string): string {
  return bareKey(parsePath(path).key.replaceAll('+', ' '));
}
