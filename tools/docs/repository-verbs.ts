/** What a function of a repository may begin with; docs/one-service.md tells what each means. */
export const repositoryVerbs = ['find', 'list', 'lock', 'insert', 'save', 'delete', 'has', 'count'] as const;

const begins = new RegExp(`^(${repositoryVerbs.join('|')})(?=[A-Z])`);
const exported = /^export (?:async )?(?:function|const) (\w+)/gm;

const finds = /^export (?:async )?(?:function|const) (find[A-Z]\w*)(?<signature>[\s\S]*?)(?:\{$|=>$|=> )/gm;
const many = /(?:\[\]|Page<.*>|Array<.*>|Map<.*>)>?\s*$/;

/** What says by its verb that it answers one, and by its type that it answers many. */
export const findsOfMany = (source: string): string[] =>
  [...source.matchAll(finds)].flatMap(([, name = '', signature = '']) => (many.test(signature) ? [name] : []));

/** What answers nothing as undefined. */
export const findsOfUndefined = (source: string): string[] =>
  [...source.matchAll(finds)].flatMap(([, name = '', signature = '']) =>
    /\| undefined>?\s*$/.test(signature) ? [name] : [],
  );

/** What a repository gives to others under a name that begins otherwise. */
export const otherVerbsIn = (source: string): string[] =>
  [...source.matchAll(exported)].flatMap(([, name = '']) => (begins.test(name) ? [] : [name]));
