/** What is done after a commit, once or more often; each looks first at how the pass is now. */
export type PassWork =
  | { readonly is: 'PUSH'; readonly serialNumber: string }
  | { readonly is: 'ADDED'; readonly serialNumber: string }
  | { readonly is: 'REMOVED'; readonly serialNumber: string };

interface Named {
  readonly serialNumber: string;
}

/** Tells its devices that the pass has changed. */
export const pushWork = ({ serialNumber }: Named): PassWork => ({ is: 'PUSH', serialNumber });
/** Tells the platform that a first device has it. */
export const addedWork = ({ serialNumber }: Named): PassWork => ({ is: 'ADDED', serialNumber });
/** Tells the platform that no device has it any more. */
export const removedWork = ({ serialNumber }: Named): PassWork => ({ is: 'REMOVED', serialNumber });
