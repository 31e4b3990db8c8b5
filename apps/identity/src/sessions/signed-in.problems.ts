import { requestProblems, unauthenticated } from '@bindery/subgraph';

/** What every mutation of a signed-in person can be refused for. */
export const signedInProblems = {
  ...requestProblems,
  /** Told as by every field that needs somebody who is signed in. */
  NOT_SIGNED_IN: (): never => {
    throw unauthenticated();
  },
};
