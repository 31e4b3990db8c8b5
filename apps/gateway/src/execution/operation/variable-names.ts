import { visit, type DocumentNode } from 'graphql';

/** The name by which a subgraph is told the objects that it is asked about, with underscores of ours before it. */
const reserved = /^_*representations$/;

/** Under which name subgraphs are told a variable of the client: one like the name that plans have for theirs would be taken for it. */
const sourceVariable = (name: string): string => (reserved.test(name) ? `_${name}` : name);

/** The client's name for what subgraphs are told under this one. */
export const clientVariable = (name: string): string => (reserved.test(name) ? name.slice(1) : name);

/** The operation with the names that subgraphs are told. */
export const withSourceVariables = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Variable(variable) {
      const value = sourceVariable(variable.name.value);
      return value === variable.name.value ? undefined : { ...variable, name: { ...variable.name, value } };
    },
  });
