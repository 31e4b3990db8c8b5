import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files and folders that a path of a document means: `<name>` stands for any one name, `{a,b}` for each of them. */
export function findPlaces(root: string, path: string): readonly string[] {
  const open = /^(.*?)\{([^}]*)\}(.*)$/.exec(path);
  if (open) {
    const [, before = '', choices = '', after = ''] = open;
    const each = choices.split(',').map((choice) => findPlaces(root, `${before}${choice}${after}`));
    // All of them, or it is not there.
    return each.some((found) => found.length === 0) ? [] : each.flat();
  }
  return path
    .split('/')
    .filter(Boolean)
    .reduce<readonly string[]>((found, part) => found.flatMap((at) => stepInto(root, at, part)), ['']);
}

function stepInto(root: string, at: string, part: string): readonly string[] {
  if (!/<\w+>/.test(part)) return existsSync(join(root, at, part)) ? [join(at, part)] : [];
  const pattern = new RegExp(`^${part.replaceAll('.', '\\.').replaceAll(/<\w+>/g, '[^/]+')}$`);
  return readdirSync(join(root, at), { withFileTypes: true })
    .filter((entry) => pattern.test(entry.name))
    .map((entry) => join(at, entry.name));
}
