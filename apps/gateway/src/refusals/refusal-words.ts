import type { Catalogue } from '@bindery/localisation';

const english = {
  CLIENT_TOO_OLD: 'This version of the app is no longer served. Please update to {minimumVersion} or later.',
  MAINTENANCE: 'Closed for maintenance until {until, date, moment}.',
  TOO_MANY_REQUESTS: 'Too many requests. Please wait a moment and try again.',
  OVERLOADED: 'We are very busy just now. Please wait a moment and try again.',
  ACCESS_TOKEN_EXPIRED: 'The access token has expired: refresh the session.',
  UNAUTHENTICATED: 'Please sign in.',
  SESSION_UNCONFIRMED: 'We cannot make sure just now that you are still signed in. Nothing was done; please try again.',
  DOCUMENT_REQUIRED: 'Only documents that were registered for the app are answered here. Send the hash of one.',
  PERSISTED_QUERY_NOT_FOUND: 'No document of this hash is known for this app and version. Send its text.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'This app and version have no documents that are known by a hash. Send the text.',
  CLIENT_UNKNOWN: 'This app and version are not registered here.',
  TOO_MANY_ROOT_FIELDS: 'At most {limit} root fields in one request.',
  TOO_DEEP: 'At most {limit} fields inside each other.',
  TOO_COSTLY:
    'This asks for too much at once: at most {limit} points of cost in one request. Ask for fewer fields or smaller pages, or in several requests.',
  TOO_MANY_TOKENS: 'At most {limit} words in one document.',
  DOCUMENT_TOO_LARGE: 'At most {limit} characters in one document.',
  TOO_MANY_SELECTIONS: 'At most {limit} fields and fragments in one document, counted wherever a fragment is spread.',
  TOO_MANY_REPEATS:
    'The same fields or many fragments are asked for together too often: at most {limit} pairs of them in one document.',
  TOO_MANY_FETCHES: 'This asks for parts in too many places: at most {limit} requests to services behind one.',
  TOO_MANY_VALUES: 'At most {limit} values in the variables of one request.',
  TOO_MANY_ERRORS: 'There are more than {limit} mistakes; these are the first.',
  BODY_TOO_LARGE: 'At most {limit} bytes in one request.',
  BATCHING_OFF: 'One operation in one request.',
  CSRF_PREVENTED: 'Send content-type: application/json, or the header apollo-require-preflight.',
  BAD_REQUEST: 'This is not a GraphQL request.',
  UNSUPPORTED_MEDIA_TYPE: 'The body has to be application/json in UTF-8, not compressed.',
  METHOD_NOT_ALLOWED: 'Only GET for queries, and POST.',
  NOT_FOUND: 'There is nothing at this address. The graph is at /graphql.',
  LINK_EXPIRED: 'This link is too old, or the file is gone. Ask for a new one.',
  NOT_ACCEPTABLE: 'The answer is application/graphql-response+json or application/json.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the graph.',
  OPERATION_RESOLUTION_FAILURE:
    'Name one operation of the document: there is none of the name that was sent, or there are several and none is named.',
  BAD_USER_INPUT: 'The variables do not fit the document.',
  SUBGRAPH_TIMEOUT: 'A part of the answer took too long. Please try again.',
  SUBGRAPH_UNAVAILABLE: 'A part of the answer cannot be had just now. Please try again.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side.',
};

export type RefusalCode = keyof typeof english;

/**
 * What Apollo’s protocol of persisted queries says instead, which clients compare: urql and older ones of Apollo know these words and no code.
 * What the gateway says of it is the reason then.
 */
export const protocolWords: Partial<Record<RefusalCode, string>> = {
  PERSISTED_QUERY_NOT_FOUND: 'PersistedQueryNotFound',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PersistedQueryNotSupported',
};

/** What the gateway says, by code. Graph answers of subgraphs bring their own words. */
export const refusalWords: Catalogue<RefusalCode> = {
  en: english,
  'zh-CN': {
    CLIENT_TOO_OLD: '此版本的应用已停止服务，请更新到 {minimumVersion} 或更高版本。',
    MAINTENANCE: '系统维护中，预计 {until, date, moment} 恢复。',
    TOO_MANY_REQUESTS: '请求过于频繁，请稍候再试。',
    OVERLOADED: '当前访问量较大，请稍候再试。',
    ACCESS_TOKEN_EXPIRED: '登录凭证已过期，请刷新会话。',
    UNAUTHENTICATED: '请先登录。',
    SESSION_UNCONFIRMED: '暂时无法确认您仍处于登录状态。未做任何更改，请稍候再试。',
    DOCUMENT_REQUIRED: '此处只回答已为该应用注册的文档，请发送其哈希值。',
    PERSISTED_QUERY_NOT_FOUND: '该应用的此版本没有此哈希值的文档，请发送文档原文。',
    PERSISTED_QUERY_NOT_SUPPORTED: '该应用的此版本没有可用哈希值指明的文档，请发送文档原文。',
    CLIENT_UNKNOWN: '该应用或版本未在此注册。',
    TOO_MANY_ROOT_FIELDS: '每个请求最多 {limit} 个根字段。',
    TOO_DEEP: '字段最多嵌套 {limit} 层。',
    TOO_COSTLY: '一次请求的内容过多：每个请求最多 {limit} 点开销。请减少字段或每页条数，或分多次请求。',
    TOO_MANY_TOKENS: '每个文档最多 {limit} 个词。',
    DOCUMENT_TOO_LARGE: '每个文档最多 {limit} 个字符。',
    TOO_MANY_SELECTIONS: '每个文档最多 {limit} 个字段和片段，片段每展开一次即计一次。',
    TOO_MANY_REPEATS: '同一处重复的字段或片段过多：每个文档中最多 {limit} 对。',
    TOO_MANY_FETCHES: '涉及的内容过于分散：每个请求最多引发 {limit} 次内部请求。',
    TOO_MANY_VALUES: '每个请求的变量最多包含 {limit} 个值。',
    TOO_MANY_ERRORS: '错误超过 {limit} 处，仅列出最前面的。',
    BODY_TOO_LARGE: '每个请求最多 {limit} 字节。',
    BATCHING_OFF: '每个请求只能包含一个操作。',
    CSRF_PREVENTED: '请使用 content-type: application/json，或发送请求头 apollo-require-preflight。',
    BAD_REQUEST: '这不是 GraphQL 请求。',
    UNSUPPORTED_MEDIA_TYPE: '请求体必须是 UTF-8 编码、未压缩的 application/json。',
    METHOD_NOT_ALLOWED: '只支持 POST，以及用于查询的 GET。',
    NOT_FOUND: '此地址没有内容。图的地址是 /graphql。',
    LINK_EXPIRED: '链接已过期，或文件已不存在，请重新获取。',
    NOT_ACCEPTABLE: '回答的格式为 application/graphql-response+json 或 application/json。',
    GRAPHQL_PARSE_FAILED: '该文档不是 GraphQL。',
    GRAPHQL_VALIDATION_FAILED: '该文档与图不符。',
    OPERATION_RESOLUTION_FAILURE: '请指明文档中的一个操作：没有此名称的操作，或文档含有多个操作而未指明其一。',
    BAD_USER_INPUT: '变量与文档不符。',
    SUBGRAPH_TIMEOUT: '部分内容响应过慢，请再试一次。',
    SUBGRAPH_UNAVAILABLE: '部分内容暂时无法获取，请再试一次。',
    INTERNAL_SERVER_ERROR: '我们这边出了问题。',
  },
};

export const isRefusalCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(english, code);
