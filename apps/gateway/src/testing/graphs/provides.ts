import { refuse } from '../oracle/refuse';
import type { TestGraph, Thing } from '../oracle/test-graph';

const authors: readonly Thing[] = [
  { __typename: 'Author', id: 'a1', name: 'Ada', born: 1815, address: { city: 'London', lines: ['1 Row'] } },
  { __typename: 'Author', id: 'a2', name: null, born: null, address: null },
  { __typename: 'House', id: 'h1', name: 'Penguin', staff: 12 },
];
const books: readonly Thing[] = [
  { id: 'b1', title: 'Notes', author: authors[0], by: authors[0], contributors: [authors[0], authors[1]] },
  { id: 'b2', title: refuse('NO_TITLE'), author: authors[1], by: authors[2], contributors: [] },
];
const byId =
  (things: readonly Thing[]) =>
  ({ id }: Thing) =>
    things.find((each) => each.id === id);

/** `@provides` on objects, lists, and members of a union; what is provided is asked for where it stands, the rest elsewhere. */
export const provides: TestGraph = {
  name: '@provides and @external',
  subgraphs: [
    {
      name: 'library',
      typeDefs: `
        type Query { books: [Book!]  book(id: ID!): Book }
        union Maker = Author | House
        type Book @key(fields: "id") {
          id: ID!  title: String
          author: Author @provides(fields: "name address { city }")
          by: Maker @provides(fields: "... on Author { name }")
          contributors: [Author!] @provides(fields: "name") }
        type Author @key(fields: "id") { id: ID!  name: String @external  address: Address @external }
        type Address @external { city: String }
        type House @key(fields: "id") { id: ID!  staff: Int }`,
      resolvers: {
        Query: { books: () => books, book: (_: never, args: Thing) => byId(books)(args) ?? null },
        Book: { __resolveReference: byId(books) },
        Author: { __resolveReference: byId(authors) },
        House: { __resolveReference: byId(authors) },
      },
    },
    {
      name: 'people',
      typeDefs: `
        type Query { authors: [Author] }
        type Author @key(fields: "id") { id: ID!  name: String @shareable  born: Int  address: Address @shareable }
        type Address { city: String @shareable  lines: [String!] }
        type House @key(fields: "id") { id: ID!  name: String }`,
      resolvers: {
        Query: { authors: () => authors.slice(0, 2) },
        Author: { __resolveReference: byId(authors) },
        House: { __resolveReference: byId(authors) },
      },
    },
  ],
  whole: {
    Query: {
      books: () => books,
      book: (_: never, args: Thing) => byId(books)(args) ?? null,
      authors: () => authors.slice(0, 2),
    },
  },
  wishes: { literals: { id: ['"b1"', '"b2"', '"b9"'] }, aliases: ['id', 'name', 'address', 'city', 'title'] },
  cases: [
    '{ books { title author { name born address { city lines } } } }',
    '{ books { by { __typename ... on Author { name born } ... on House { name staff } } contributors { name born } } }',
    '{ book(id: "b1") { author { address { city } name } id: title } }',
    '{ book(id: "b1") { author { id: name name: born address { lines: city city: lines } } } }',
  ],
};
