/* global React, ReactDOM, GraphiQL, fetchSignedIn, sayAsComment */
const firstQuery = `${sayAsComment('introduction')}

query Providers {
  providers {
    code
    name
    kind
  }
}

${sayAsComment('logIn')}
mutation LogIn($newKey: String!) {
  logIn(input: {
    idempotencyKey: $newKey
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
