import { input, mutation, type RootField } from './root-field';

/** Root fields about what our people look into. */
export const caseFields: Readonly<Record<string, RootField>> = {
  openCases: {
    document: 'query Test { openCases(first: 1) { edges { cursor } } }',
    anonymous: 'refused',
    staff: true,
  },
  closeCase: {
    document: mutation('closeCase'),
    about: () => input({ caseId: 'case_none', reason: 'None.' }),
    anonymous: 'refused',
    staff: true,
  },
  askProviderAgain: {
    document: mutation('askProviderAgain'),
    about: () => input({ caseId: 'case_none' }),
    anonymous: 'refused',
    staff: true,
  },
  recordProviderAnswer: {
    document: mutation('recordProviderAnswer'),
    about: () => input({ caseId: 'case_none', answer: 'GONE', evidence: 'None.', reason: 'None.' }),
    anonymous: 'refused',
    staff: true,
  },
  confirmProviderAnswer: {
    document: mutation('confirmProviderAnswer'),
    about: () => input({ answerId: 'answer_none' }),
    anonymous: 'refused',
    staff: true,
  },
};
