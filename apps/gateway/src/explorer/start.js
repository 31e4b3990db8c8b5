/* global React, ReactDOM, GraphiQL */
const firstQuery = `# Bindery's graph. Docs are on the left; Ctrl-Space completes; Ctrl-Enter runs.
# To ask as a demo account: log in with the mutation below, then put
#   { "authorization": "Bearer <accessToken>" }
# under Headers.

query Providers {
  providers {
    code
    name
    kind
  }
}

query Home {
  viewer {
    id
    displayName
    cards(first: 20) {
      edges {
        node {
          displayName
          lastFour
          isDefault
          bindings {
            status
            nextSteps { code title }
          }
        }
      }
    }
    waiting { subject title deadline }
    inbox(first: 5) {
      unreadCount
      edges { node { title body sentAt } }
    }
  }
}
`;

ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: firstQuery,
    defaultEditorToolsVisibility: true,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
