/** A site that shows the component to the app's end users; bundled and served by `site.ts`. */
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { APIAccessPage, type APIAccessTexts, type FetchLike } from 'strapi-plugin-api-access/react';

declare global {
  interface Window {
    /** What a test wants of the site; where the API is. */
    site: {
      apiUrl: string;
      translations?: Partial<APIAccessTexts>;
      locale?: string;
      byFetch?: boolean;
    };
    /** Signs somebody in by a JWT of theirs, as a renewal does. */
    signInWith: (jwt: string | null) => void;
  }
}

/** Where this site keeps the session of its user, so that a reload does not end it. */
const SESSION = 'jwt';

const { apiUrl, translations, locale, byFetch = false } = window.site;

const signIn = async (form: FormData): Promise<string> => {
  const answer = await fetch(`${apiUrl}/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(form)),
  });
  return ((await answer.json()) as { jwt: string }).jwt;
};

const Site = () => {
  const [jwt, setJwt] = useState(() => sessionStorage.getItem(SESSION));
  const change = (next: string | null) => {
    if (next === null) sessionStorage.removeItem(SESSION);
    else sessionStorage.setItem(SESSION, next);
    setJwt(next);
  };
  window.signInWith = change;

  const ownFetch: FetchLike = (url, init) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${jwt ?? ''}`);
    return fetch(url, { ...init, headers });
  };
  return (
    <main>
      <h1>Your account</h1>
      {jwt === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void signIn(new FormData(event.currentTarget)).then(change);
          }}
        >
          <label>
            Name <input name="identifier" />
          </label>
          <label>
            Password <input name="password" type="password" />
          </label>
          <button type="submit">Sign in</button>
        </form>
      ) : (
        <button
          type="button"
          onClick={() => {
            change(null);
          }}
        >
          Sign out
        </button>
      )}
      {byFetch && jwt !== null ? (
        <APIAccessPage apiUrl={apiUrl} fetch={ownFetch} />
      ) : (
        <APIAccessPage apiUrl={apiUrl} jwt={jwt} translations={translations} locale={locale} />
      )}
    </main>
  );
};

const place = document.getElementById('site');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Site />
    </StrictMode>,
  );
}
