interface Window {
  /** What the admin panel makes known of its server (`@strapi/admin`, `render.ts`). */
  strapi: { backendURL: string };
}
