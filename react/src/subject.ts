const decode = (part: string): unknown => {
  try {
    return JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return null;
  }
};

/**
 * Whom a JWT of users-permissions speaks for: its own name for the user, which a renewed JWT of the
 * same person shares. Where it cannot be read, each JWT is somebody else.
 */
export const subjectOf = (jwt: string): string => {
  const payload = decode(jwt.split('.')[1] ?? '');
  if (typeof payload !== 'object' || payload === null) return jwt;
  const { id, userId } = payload as { id?: unknown; userId?: unknown };
  const subject = id ?? userId;
  return typeof subject === 'string' || typeof subject === 'number' ? String(subject) : jwt;
};
