import { GeneratorError } from './generator-error';

/** One name in all the forms that files, types and tables want. */
export interface Words {
  /** `savings-goal` */
  readonly kebab: string;
  /** `SavingsGoal` */
  readonly type: string;
  /** `savingsGoal` */
  readonly camel: string;
  /** `savings_goal` */
  readonly snake: string;
  /** `savings goal` */
  readonly words: string;
}

const pattern = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;

/** Throws a GeneratorError for a name that is not kebab-case. */
export function toWords(name: string): Words {
  if (!pattern.test(name) || name.length > 40)
    throw new GeneratorError(
      `“${name}” is no name: kebab-case, e.g. savings-goal, each part beginning with a letter, 40 characters at most.`,
    );
  const parts = name.split('-');
  const type = parts.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`).join('');
  return {
    kebab: name,
    type,
    camel: `${type.charAt(0).toLowerCase()}${type.slice(1)}`,
    snake: parts.join('_'),
    words: parts.join(' '),
  };
}

/** The usual English plural; whoever knows better says so by `--plural`. */
export const pluralOf = (name: string): string =>
  /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
