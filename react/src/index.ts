export { APIAccessPage, type APIAccessPageProps } from './api-access-page';
export type { FetchLike } from './fetch-like';
export type { APIAccessTexts } from './texts';
