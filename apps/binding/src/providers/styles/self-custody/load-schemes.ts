/* eslint-disable @typescript-eslint/no-require-imports -- an `import()` would make every test of it a module of its own kind */
/** Curves are loaded late: most processes of this service never see an address. */
export const loadSchemes = () => require('./schemes') as typeof import('./schemes');

/** Loads them and has them make what they make at first use: 0.3 to 0.8 s and 30 MiB. For processes that are asked, before they are. */
export const prepareSchemes = (): void =>
  (require('./schemes/use-once') as typeof import('./schemes/use-once')).useOnce();
