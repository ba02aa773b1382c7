import { z } from 'zod';
import { upgrade } from './entitlement';

/** Every reason why the plugin may say no to an admin or to the app's own code. */
export const ERROR_CODES = [
  'invalid_input',
  'not_found',
  'sign_in_required',
  'not_permitted',
  'not_entitled',
  'roles_not_permitted',
  'tags_not_permitted',
  'clear_text_not_permitted',
  'name_taken',
  'role_name_taken',
  'role_code_taken',
  'role_declared',
  'tag_name_taken',
  'unknown_role',
  'unknown_tag',
  'unknown_action',
  'expiry_required',
  'expiry_in_past',
  'expiry_too_late',
  'expiry_not_earlier',
  'revision_conflict',
  'key_revoked',
  'strapi_token_expired',
  'strapi_token_replaced',
  'strapi_name_taken',
  'hashing_busy',
  'name_not_allowed',
  'role_not_assignable',
  'role_not_personal',
  'personal_tokens_closed',
  'token_limit_reached',
  'not_owner',
  'unknown_admin',
  'too_many_keys',
  'invalid_pattern',
  'mail_failed',
  'too_many_mails',
] as const;
export const errorCode = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof errorCode>;

/** Every reason why a request that carries (or lacks) a key is refused. */
export const REFUSAL_CODES = [
  'missing_token',
  'conflicting_tokens',
  'invalid_token',
  'expired_token',
  'revoked_token',
  'suspended_token',
  'insufficient_scope',
  'missing_role',
  'address_not_allowed',
  'drafts_not_allowed',
  'rate_limited',
  'verification_unavailable',
  'verification_busy',
] as const;
export const refusalCode = z.enum(REFUSAL_CODES);
export type RefusalCode = z.infer<typeof refusalCode>;

/** One fault of the input: where it lies, its code and a sentence. */
export const fieldIssue = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  code: errorCode,
  message: z.string(),
});
export type FieldIssue = z.infer<typeof fieldIssue>;

/** Body of every error that the admin endpoints answer; the shape is Strapi's own. */
export const errorBody = z.object({
  data: z.null(),
  error: z.object({
    status: z.number(),
    name: z.string(),
    message: z.string(),
    details: z.object({
      code: errorCode,
      errors: z.array(fieldIssue),
      /** Of `not_entitled` alone. */
      ...upgrade.partial().shape,
    }),
  }),
});
export type ErrorBody = z.infer<typeof errorBody>;

/** Body of every refused request of an API consumer. */
export const refusalBody = z.object({
  data: z.null(),
  error: z.object({
    status: z.number(),
    name: z.string(),
    message: z.string(),
    details: z.object({
      code: refusalCode,
      required: z.array(z.string()).optional(),
      accessId: z.string().optional(),
      help: z.string(),
    }),
  }),
});
export type RefusalBody = z.infer<typeof refusalBody>;
