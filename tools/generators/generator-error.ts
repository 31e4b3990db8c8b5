/** What is wrong with what was asked for, in words for a person; shown without a stack. */
export class GeneratorError extends Error {
  override name = 'GeneratorError';
}
