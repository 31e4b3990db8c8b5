/** Something a person can put right: what is wrong, and what to do. Shown without a stack. */
export class StartError extends Error {
  override name = 'StartError';

  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
