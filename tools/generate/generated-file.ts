/** A generated file, its path from the root of the repository. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}
