/** What a function of a repository may begin with; docs/one-service.md tells what each means. */
export const repositoryVerbs = ['find', 'list', 'lock', 'insert', 'save', 'delete', 'has', 'count'] as const;

const begins = new RegExp(`^(${repositoryVerbs.join('|')})(?=[A-Z])`);
const exported = /^export (?:async )?(?:function|const) (\w+)/gm;

/** What a repository gives to others under a name that begins otherwise. */
export const otherVerbsIn = (source: string): string[] =>
  [...source.matchAll(exported)].flatMap(([, name = '']) => (begins.test(name) ? [] : [name]));
