import type { InBothLanguages } from '@bindery/localisation';
import type { ProfileFault } from './faults/profile-faults.rules';
import type { ProviderProfile } from './provider-profile.rules';

/** Words that holders agree to one by one beside the terms, and where in the profile their version stands. */
interface AgreedWords {
  readonly of: string;
  readonly field: string;
  readonly version: string;
  readonly text: InBothLanguages;
}

type Agreed = Pick<ProviderProfile, 'purposes' | 'loans'>;

const wordsOf = ({ purposes = [], loans }: Agreed): AgreedWords[] => [
  ...purposes.map(({ code: of, ...words }, place) => ({ of, field: `purposes.${place}.version`, ...words })),
  ...(loans ? [{ of: 'LOAN', field: 'loans.version', version: loans.version, text: loans.text }] : []),
];

export const isSameText = (one: InBothLanguages, other: InBothLanguages): boolean =>
  one.en === other.en && one['zh-CN'] === other['zh-CN'];

/** Each version of these words that has been given with other words, by any of these profiles of before. */
export function otherWords(profile: Agreed, earlier: readonly Agreed[]): ProfileFault[] {
  const given = earlier.flatMap(wordsOf);
  return wordsOf(profile)
    .filter(({ of, version, text }) =>
      given.some((words) => words.of === of && words.version === version && !isSameText(words.text, text)),
    )
    .map(({ field }) => ({ field, rule: 'WORDS_OF_TERMS' }));
}
