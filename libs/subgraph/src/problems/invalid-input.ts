import { inputRules, type InvalidInput } from '@bindery/kernel';
import { createTranslator, type Locale } from '@bindery/localisation';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../schema/enum-of';
import { anyLabelEn, labelsEn, rulesEn } from './invalid-input.words.en';
import { anyLabelZhCn, labelsZhCn, rulesZhCn } from './invalid-input.words.zh-cn';
import { Problem, toProblem } from './problem';

const InputRuleEnum = enumOf('InputRule', 'What is asked of a field, and was not kept.', inputRules, {
  REQUIRED: 'It is missing or empty.',
  TOO_SHORT: 'It is shorter than the limit.',
  TOO_LONG: 'It is longer than the limit.',
  TOO_MANY: 'It has none, or more than the limit.',
  CHARACTERS: 'It has characters that it cannot have.',
  FORMAT: 'It is not in the form that its description tells.',
  UNKNOWN: 'It is none of those that there are.',
  NOT_WANTED: 'It does not belong to what is asked.',
});

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'A field of the input cannot be right: the first that was found.' })
export class InvalidInputError extends Problem {
  @Field({ description: 'The field at fault, as a path from the input, e.g. card.bank.number.' })
  field!: string;

  @Field(() => InputRuleEnum, { description: 'What is asked of the field, e.g. TOO_LONG.' })
  rule!: keyof typeof InputRuleEnum;

  @Field(() => Int, {
    nullable: true,
    description: 'How many characters, or elements of a list, at least or at most; null where the rule has none.',
  })
  ruleLimit!: number | null;
}

const sayRule = createTranslator({ en: rulesEn, 'zh-CN': rulesZhCn });

const labels: Readonly<Record<Locale, { readonly any: string; readonly of: Readonly<Record<string, string>> }>> = {
  en: { any: anyLabelEn, of: labelsEn },
  'zh-CN': { any: anyLabelZhCn, of: labelsZhCn },
};

/** What people call the field of this path, or else what it is in. */
export const labelOf = (field: string, locale: Locale): string => {
  const { any, of } = labels[locale];
  const names = field.split('.');
  const known = names
    .flatMap((name, place) => [name, `${names[place - 1]}.${name}`])
    .findLast((key) => Object.hasOwn(of, key));
  return (known && of[known]) ?? any;
};

/** The refusal of one field in words for people, who know no paths. `message` replaces the general words where the owner can say it better. */
export function invalidInput(
  { field, rule, limit }: InvalidInput,
  locale: Locale,
  message = sayRule(locale, rule, { label: labelOf(field, locale), limit: limit ?? 0 }),
): InvalidInputError {
  return Object.assign(
    new InvalidInputError(),
    toProblem('INVALID_INPUT', message, [{ code: 'CorrectInput' }], locale),
    { field, rule, ruleLimit: limit ?? null },
  );
}
