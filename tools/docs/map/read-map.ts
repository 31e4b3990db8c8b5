/** A place that a document names: a file or folder of the repository, and what of it is named, e.g. `a/b.ts` (`take`). */
export interface Place {
  readonly path: string;
  readonly exports: readonly string[];
}

/** The text of a section, from its heading to the next of the same level. Throws when there is no such section. */
export function sectionOf(markdown: string, heading: string): string {
  const [, after] = `\n${markdown}`.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`there is no section ${heading}`);
  const level = /^#+ /.exec(heading)?.[0] ?? '';
  return after.split(`\n${level}`)[0] ?? '';
}

/** Code in backticks that names a place: it has a slash, or the ending of a file. */
const isPath = (code: string) =>
  !/\s/.test(code) && (code.includes('/') || /\.(ts|json|md|yaml|cjs|mjs|graphql)$/.test(code));

/** Every place in a text, in its order. Names in parentheses after a file are exports of it. */
export function placesIn(text: string): readonly Place[] {
  const withNames = /`([^`]+)`(?:\s*\(((?:`\w+`(?:,\s*|\s+and\s+)?)+)\))?/g;
  return [...text.matchAll(withNames)]
    .map(([, path = '', names = '']) => ({
      path,
      exports: [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    }))
    .filter(({ path }) => isPath(path));
}

/** Where links of a document lead inside the repository, as they are written. */
export const linksIn = (markdown: string): readonly string[] =>
  [...markdown.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target && !/^[a-z]+:/.test(target));

/** Whether a source exports this name, itself or from another file. */
export const isExported = (source: string, name: string): boolean =>
  new RegExp(
    `export (?:declare )?(?:abstract )?(?:async )?(?:const|function\\*?|class|interface|type|enum) ${name}\\b`,
  ).test(source) ||
  [...source.matchAll(/export (?:type )?\{([^}]*)\}/g)].some(([, names = '']) =>
    names.split(',').some(
      (each) =>
        each
          .trim()
          .replace(/^type /, '')
          .split(' as ')
          .at(-1) === name,
    ),
  );
