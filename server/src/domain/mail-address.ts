/** Longest address that a mail server has to take (RFC 5321, 4.5.3.1.3), and that the outbox holds. */
const MAX_ADDRESS = 254;

/**
 * An address as somebody's account holds it, trimmed; `null` where no mail can go there. Strapi lets
 * an account have a longer one, and one such must keep nobody else's mails back.
 */
export const mailAddress = (email: string | null | undefined): string | null => {
  const address = email?.trim() ?? '';
  return address === '' || address.length > MAX_ADDRESS ? null : address;
};
