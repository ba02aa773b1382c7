/** One verification as a request has it: from the header to the decision about the scope. */

/** What the router hands to the authentication of `GET /api/articles`. */
const requestWith = (token) => {
  const headers = { authorization: `Bearer ${token}` };
  return {
    req: { headers },
    request: { headers, header: headers, ip: '127.0.0.1', query: {} },
    response: { get: () => '', set() {}, vary() {} },
    query: {},
    state: {
      route: {
        info: { type: 'content-api' },
        config: { auth: { scope: ['api::article.article.find'] } },
      },
    },
    unauthorized() {
      this.response.status = 401;
    },
  };
};

const timed = async (strapi, token) => {
  const auth = strapi.get('auth');
  const ctx = requestWith(token);
  let passed = false;
  const start = process.hrtime.bigint();
  await auth.authenticate(ctx, async () => {
    await auth.verify(ctx.state.auth, ctx.state.route.config.auth);
    passed = true;
  });
  const micros = Number(process.hrtime.bigint() - start) / 1000;
  return { micros, passed, status: ctx.response.status };
};

/** Microseconds until the request was let in. */
export const verifyOnce = async (strapi, token) => {
  const { micros, passed, status } = await timed(strapi, token);
  if (!passed) throw new Error(`A benchmark measured a refusal (${String(status)}).`);
  return micros;
};

/** Microseconds until the request was refused. */
export const refuseOnce = async (strapi, token) => {
  const { micros, passed, status } = await timed(strapi, token);
  if (passed || status !== 401)
    throw new Error(`A benchmark met ${String(status)} in the place of a refusal.`);
  return micros;
};

/** `count` of them, one after the other, with one token after the other. */
export const many = async (once, strapi, { token, tokens = [token], count }) => {
  const samples = [];
  for (let n = 0; n < count; n += 1) samples.push(await once(strapi, tokens[n % tokens.length]));
  return samples;
};
