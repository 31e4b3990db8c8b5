import { formatFiles, generateFiles, type Tree } from '@nx/devkit';
import { join } from 'node:path';
import list from '../../services.json';
import { GeneratorError } from './generator-error';

/** The list of services as it stands in the tree, which may be ahead of what this process has loaded. */
export type ServiceList = Omit<typeof list, 'services'> & { services: Record<string, { port: number }> };

export const readServices = (tree: Tree): ServiceList =>
  JSON.parse(tree.read('services.json', 'utf8') ?? '{}') as ServiceList;

/** Throws a GeneratorError for a service that is not in the list. */
export function checkService(tree: Tree, service: string): void {
  const { services } = readServices(tree);
  if (!(service in services))
    throw new GeneratorError(`There is no service ${service}. Services: ${Object.keys(services).join(', ')}.`);
}

export function readText(tree: Tree, path: string): string {
  const text = tree.read(path, 'utf8');
  if (text === null) throw new GeneratorError(`${path} is not there.`);
  return text;
}

/** Replaces the text of a file by what `edit` makes of it. */
export const editText = (tree: Tree, path: string, edit: (text: string) => string): void =>
  tree.write(path, edit(readText(tree, path)));

export function refuseExisting(tree: Tree, path: string): void {
  if (tree.exists(path) || tree.children(path).length > 0) throw new GeneratorError(`${path} is there already.`);
}

/** Writes the templates of a generator into a folder; `__name__` in their paths is replaced too. */
export const writeTemplates = (tree: Tree, generator: string, folder: string, words: Record<string, unknown>): void =>
  generateFiles(tree, join(__dirname, generator, 'files'), folder, { ...words, tmpl: '' });

export const format = (tree: Tree): Promise<void> => formatFiles(tree);
