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
  DOCUMENT_UNKNOWN: 'No document of this hash is registered for this app and version.',
  CLIENT_UNKNOWN: 'This app and version are not registered here.',
  TOO_MANY_ROOT_FIELDS: 'At most {limit} root fields in one request.',
  TOO_DEEP: 'At most {limit} fields inside each other.',
  TOO_COSTLY: 'This asks for too much at once: at most {limit} points of cost in one request.',
  TOO_MANY_TOKENS: 'At most {limit} words in one document.',
  TOO_MANY_ERRORS: 'There are more than {limit} mistakes in the document; these are the first.',
  BODY_TOO_LARGE: 'At most {limit} bytes in one request.',
  BATCHING_OFF: 'One operation in one request.',
  CSRF_PREVENTED: 'Send content-type: application/json, or the header apollo-require-preflight.',
  BAD_REQUEST: 'This is not a GraphQL request.',
  UNSUPPORTED_MEDIA_TYPE: 'The body has to be application/json in UTF-8.',
  METHOD_NOT_ALLOWED: 'Only GET for queries, and POST.',
  NOT_ACCEPTABLE: 'The answer is application/graphql-response+json or application/json.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the graph.',
  OPERATION_RESOLUTION_FAILURE: 'There is no operation of that name in the document.',
  BAD_USER_INPUT: 'The variables do not fit the document.',
  SUBGRAPH_TIMEOUT: 'A part of the answer took too long. Please try again.',
  SUBGRAPH_UNAVAILABLE: 'A part of the answer cannot be had just now. Please try again.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side.',
};

export type RefusalCode = keyof typeof english;

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
    DOCUMENT_UNKNOWN: '该应用的此版本没有注册此哈希值的文档。',
    CLIENT_UNKNOWN: '该应用或版本未在此注册。',
    TOO_MANY_ROOT_FIELDS: '每个请求最多 {limit} 个根字段。',
    TOO_DEEP: '字段最多嵌套 {limit} 层。',
    TOO_COSTLY: '一次请求的内容过多：每个请求最多 {limit} 点开销。',
    TOO_MANY_TOKENS: '每个文档最多 {limit} 个词。',
    TOO_MANY_ERRORS: '文档中的错误超过 {limit} 处，仅列出最前面的。',
    BODY_TOO_LARGE: '每个请求最多 {limit} 字节。',
    BATCHING_OFF: '每个请求只能包含一个操作。',
    CSRF_PREVENTED: '请使用 content-type: application/json，或发送请求头 apollo-require-preflight。',
    BAD_REQUEST: '这不是 GraphQL 请求。',
    UNSUPPORTED_MEDIA_TYPE: '请求体必须是 UTF-8 编码的 application/json。',
    METHOD_NOT_ALLOWED: '只支持 POST，以及用于查询的 GET。',
    NOT_ACCEPTABLE: '回答的格式为 application/graphql-response+json 或 application/json。',
    GRAPHQL_PARSE_FAILED: '该文档不是 GraphQL。',
    GRAPHQL_VALIDATION_FAILED: '该文档与图不符。',
    OPERATION_RESOLUTION_FAILURE: '文档中没有此名称的操作。',
    BAD_USER_INPUT: '变量与文档不符。',
    SUBGRAPH_TIMEOUT: '部分内容响应过慢，请再试一次。',
    SUBGRAPH_UNAVAILABLE: '部分内容暂时无法获取，请再试一次。',
    INTERNAL_SERVER_ERROR: '我们这边出了问题。',
  },
};

export const isRefusalCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(english, code);
