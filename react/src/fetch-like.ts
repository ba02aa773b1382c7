/** What `window.fetch` does, as far as it is used. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;
