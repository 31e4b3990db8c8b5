/* global React, ReactDOM, GraphiQL, fetchSignedIn */
// A key serves one login; the same key again is answered with the first login's answer.
const loginKey = `explorer-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

const firstQuery = `# Bindery's graph. Docs are on the left.
# Ctrl-Space completes, Ctrl-Enter runs.
#
# To see a home screen: run LogIn, then Home. The explorer sends the
# token of the last LogIn with what follows, unless Headers has another:
#   { "authorization": "Bearer <accessToken>" }

query Providers {
  providers {
    code
    name
    kind
  }
}

# A demo account; the other one is on the board of npm start.
mutation LogIn {
  logIn(input: {
    idempotencyKey: "${loginKey}"
    phone: "+8613800138002"
    password: "copper-meadow-17-violin"
    device: { name: "Explorer", platform: WEB, installationId: "explorer-in-a-browser" }
  }) {
    ... on LogInSuccess { accessToken }
    ... on Problem { code message }
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
    fetcher: GraphiQL.createFetcher({
      url: '/graphql',
      fetch: fetchSignedIn,
      headers: { 'apollographql-client-name': 'explorer' },
    }),
    defaultQuery: firstQuery,
    defaultEditorToolsVisibility: true,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
